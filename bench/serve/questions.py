"""Asks a server some questions, and checks its answers."""
import math
import socket
import struct
from collections import Counter

HEADER = struct.Struct("!6H")
QR_AND_AA = 0x8400
RCODE = 0xF
POINTER = 0xC0
TYPE_A = 1
CLASS_IN = 1
DEVIATIONS = 6


def query(name, number):
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    return HEADER.pack(number, 0, 1, 0, 0, 0) + labels + b"\0" + struct.pack("!2H", TYPE_A, CLASS_IN)


def ask(udp, name, number):
    """The addresses in the answer, in order; None if it is wrong or there is none."""
    asked = query(name, number)
    udp.send(asked)
    try:
        message = udp.recv(4096)
    except (TimeoutError, ConnectionError):
        return None
    identifier, flags, questions, answers, _, _ = HEADER.unpack_from(message)
    at = len(asked)
    is_answer = flags & QR_AND_AA == QR_AND_AA and flags & RCODE == 0
    if not is_answer or identifier != number or questions != 1 or message[HEADER.size : at] != asked[HEADER.size :]:
        return None
    addresses = []
    for _ in range(answers):
        while 0 < message[at] < POINTER:
            at += message[at] + 1
        at += 2 if message[at] else 1
        kind, _, _, size = struct.unpack_from("!2HIH", message, at)
        at += 10
        if kind != TYPE_A or size != 4:
            return None
        addresses.append(".".join(map(str, message[at : at + size])))
        at += size
    return addresses


def socket_to(port):
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.settimeout(1)
    udp.connect(("127.0.0.1", port))
    return udp


def is_there(port, name):
    with socket_to(port) as udp:
        try:
            return bool(ask(udp, name, 1))
        except ConnectionError:
            return False


def problem(port, names, weights, times=4000):
    """What is wrong with the answers, or None: the first address must be drawn with the weights."""
    drawn = Counter()
    sizes = Counter()
    with socket_to(port) as udp:
        for number in range(times):
            addresses = ask(udp, names[number % len(names)], number)
            if not addresses:
                return f"a wrong answer for {names[number % len(names)]}"
            drawn[addresses[0]] += 1
            sizes[len(addresses)] += 1
    for address, weight in weights.items():
        chance = weight / sum(weights.values())
        deviation = math.sqrt(times * chance * (1 - chance))
        if abs(drawn[address] - times * chance) > DEVIATIONS * deviation:
            return f"{address} was first in {drawn[address]} of {times} answers, not in about {times * chance:.0f}"
    if sum(drawn.values()) != sum(drawn[address] for address in weights):
        return f"other addresses: {sorted(set(drawn) - set(weights))}"
    return None if len(sizes) == 1 else f"answers of different sizes: {dict(sizes)}"
