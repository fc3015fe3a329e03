import datetime
import socket


class Declined(Exception):
    def __init__(self, reason, card):
        super().__init__(f'{reason} ({card})')
        self.reason = reason


def charge(gateway, amount):
    if gateway is None:
        raise Declined('no gateway', 'unknown')
    with socket.create_connection(gateway, timeout=.5) as connection:
        connection.sendall(str(amount).encode())


def decline(reason, card):
    raise Declined(reason, card)


def parse_row(row):
    day, amount, name = row.split(';')
    return datetime.date.fromisoformat(day), float(amount), name.encode('ascii')


def read_rows(path):
    with open(path, encoding='utf-8') as file:
        return [parse_row(row) for row in file]


def settle(rows):
    try:
        return [parse_row(row) for row in rows]
    except ValueError:
        return rows[len(rows)]
