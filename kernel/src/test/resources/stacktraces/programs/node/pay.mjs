const pay = async (cents) => { await null; throw new Error(`refused ${cents}`); };
await pay(3);
