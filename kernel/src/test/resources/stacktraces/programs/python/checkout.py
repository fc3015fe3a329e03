"""Raises one exception of each shape that CPython prints. The argument names the shape."""
import logging
import sys
import threading


class PaymentError(Exception):
    pass


def check(cents):
    if cents < 0:
        raise ValueError("amount must be positive: %d" % cents)


def pay(cents):
    check(cents)


def cause():
    try:
        pay(-5)
    except ValueError as e:
        raise PaymentError("payment 7731 refused") from e


def context():
    try:
        {}["cart"]
    except KeyError:
        pay(-6)


def group():
    raise ExceptionGroup("two charges failed", [failed(-1), PaymentError("card expired")])


def failed(cents):
    try:
        pay(cents)
    except ValueError as e:
        return e


def recurse(depth):
    return recurse(depth + 1) + 1


def nested_group():
    try:
        pay(-2)
    except ValueError as e:
        raise ExceptionGroup("outer", [ExceptionGroup("inner", [e, TypeError("x")]), OSError(2, "No such file")]) from KeyError("k")


def notes():
    try:
        pay(-4)
    except ValueError as e:
        e.add_note("while charging order 99")
        raise


SHAPES = {
    "uncaught": lambda: pay(-5),
    "cause": cause,
    "context": context,
    "recursion": lambda: recurse(1),
    "multiline": lambda: (_ for _ in ()).throw(ValueError("cart is invalid:\n- item 7 is gone\n\n- total is negative")),
    "empty": lambda: (_ for _ in ()).throw(PaymentError()),
    "syntax": lambda: compile("total = (1 +\n", "<rules>", "exec"),
    "indent": lambda: compile("if x:\ny = 1\n", "/srv/rules/discount.py", "exec"),
    "library": lambda: __import__("json").loads("{'a': 1}"),
    "notes": notes,
    "exit": lambda: (_ for _ in ()).throw(KeyboardInterrupt()),
}


def main(shape):
    if shape == "logged":
        logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
        try:
            cause()
        except PaymentError:
            logging.getLogger("shop").exception("checkout of order 99 failed")
    elif shape == "stack_info":
        logging.basicConfig(format="%(levelname)s:%(name)s:%(message)s")
        logging.getLogger("shop").warning("slow", stack_info=True)
    elif shape == "thread":
        thread = threading.Thread(target=pay, args=(-3,), name="worker-1")
        thread.start()
        thread.join()
    elif shape == "group":
        group()
    elif shape == "nested_group":
        nested_group()
    elif shape == "pool":
        import multiprocessing
        with multiprocessing.Pool(1) as pool:
            pool.map(pay, [-1])
    elif shape == "asyncio":
        import asyncio
        async def work():
            pay(-9)
        async def run():
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(work())
        asyncio.run(run())
    elif shape == "faulthandler":
        import faulthandler
        faulthandler.enable()
        import ctypes
        ctypes.string_at(0)
    else:
        SHAPES[shape]()


if __name__ == "__main__":
    main(sys.argv[1])
