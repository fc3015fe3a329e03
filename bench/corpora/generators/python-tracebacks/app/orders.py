import decimal
import json

import billing


class OrderError(Exception):
    pass


class OrderService:
    def __init__(self, store):
        self.store = store

    def place(self, order):
        return self._priced(order, order['lines'])

    def _priced(self, order, lines):
        total = sum(decimal.Decimal(line['price']) * line['quantity'] for line in lines)
        return {'id': order['id'], 'total': total}

    def pay(self, order, gateway):
        try:
            return billing.charge(gateway, order['total'])
        except ConnectionError as e:
            raise OrderError(f"order {order['id']} could not be paid") from e

    def load(self, key):
        text = self.store[key]
        return json.loads(text)


def apply(service, action, *arguments):
    method = getattr(service, action)
    return method(*arguments)
