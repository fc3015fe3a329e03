'use strict';
// Throws one error of each shape that Node.js prints. The argument names the shape.
const gateway = require('gateway');
const fs = require('fs');

class PaymentError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'PaymentError';
  }
}

class Cart {
  constructor(cents) {
    this.total = cents;
    if (cents < -100) this.pay(cents);
  }

  pay(cents) {
    gateway.charge(cents, (amount) => {
      throw new RangeError(`amount must be positive: ${amount}`);
    });
  }

  async payLater(cents) {
    await null;
    this.pay(cents);
  }

  get due() {
    return this.missing.total;
  }
}

function wrapped() {
  try {
    new Cart(1).pay(-5);
  } catch (error) {
    throw new PaymentError('payment 7731 refused', { cause: error });
  }
}

const shapes = {
  uncaught: () => new Cart(1).pay(-5),
  constructor: () => new Cart(-200),
  cause: wrapped,
  caught: () => { try { wrapped(); } catch (error) { console.error('checkout failed', error); } },
  rejected: async () => { await new Cart(1).payLater(-6); },
  aggregate: async () => { await Promise.any([new Cart(1).payLater(-1), Promise.reject(new PaymentError('card expired'))]); },
  all: async () => { await Promise.all([new Cart(1).payLater(-1)]); },
  enoent: () => fs.readFileSync('/nowhere/cart.json'),
  code: () => Buffer.from(7),
  string: () => { throw 'cart is locked'; },
  reason: () => { Promise.reject('cart is locked'); },
  array: () => [1].map((i) => new Cart(1).pay(-i)),
  evaluated: () => eval('(function quote() { new Cart(1).pay(-2); })()'),
  getter: () => new Cart(1).due,
  json: () => JSON.parse('{"cart": '),
  multiline: () => { throw new Error('cart is invalid:\n  - item 7 is gone\n- total is negative'); },
  event: () => { new (require('events'))().emit('error', new Error('socket closed')); },
  timer: () => setTimeout(() => new Cart(1).pay(-3), 1),
  overflow: () => { (function again() { again(); })(); },
  trace: () => console.trace('where am I'),
};

shapes[process.argv[2]]();
