function pay(cents) { if (cents < 0) throw new RangeError('amount must be positive: ' + cents); }
class Cart { pay(cents) { [cents].forEach(c => pay(c)); } async later(c) { await null; this.pay(c); } }
try { new Cart().pay(-5); } catch (e) { print('checkout failed: ' + e + '\n' + e.stack); }
new Cart().later(-2).catch(e => { print(e.stack); });
new Cart().pay(-6);
