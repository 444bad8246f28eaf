#!/usr/bin/env python3
"""Checks the pack of a round of Wijkbanen: verify.py PACK [--head HEX] [--journal-key HEX]

Written from app/domain/src/pack/README.md ("the page") and app/domain/src/count/README.md, without the source of the program
except how it writes rules, money, fractions and proofs. Where the page is silent, this follows what the program was seen to
write; such places are marked "not on the page".
Needs Python 3.11 and the package `cryptography`. Every item is right, wrong, or could not be checked; the exit code is 0
if all is right, 1 if anything is not, 2 if there is no pack to check. Nothing here trusts a byte of the pack.

In this order: how to read (files, JSON), hashes and keys, the count, the proof, the items of "What is checked", main.
"""

import argparse
import csv
import hashlib
import io
import json
import re
import sys
import unicodedata
import zipfile
from collections import Counter, namedtuple
from fractions import Fraction

try:
    from cryptography.exceptions import InvalidSignature, InvalidTag
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
except ImportError:
    print("This program needs the Python package `cryptography` (Debian: python3-cryptography).", file=sys.stderr)
    sys.exit(2)

WORDS_HASH = "5317d4c1b7e8ebc67d5c681783e404c01842af1888efd0e36cdc9fbf626f3051"
MAX_FILE = 64 * 1024 * 1024
MAX_ALL = 16 * MAX_FILE
MAX_RUNS = 100_000  # of Equal Shares, so that no rule keeps us busy for ever
FEW = 10  # ballots: a wijk with fewer shows only its outcome
ROUND_FILES = ["LEESMIJ.md", "README.md", "journal.jsonl", "journal_key.txt", "words.txt", "rules.json", "sheet.json",
               "box_key.txt"]
FEW_FILES = ["seals.txt", "letters.jsonl", "outcome.json"]
WIJK_FILES = FEW_FILES + ["cancelled.jsonl", "box.jsonl", "ballots.jsonl", "rejected.jsonl", "election.pb"]


# ---------------------------------------------------------------------------------------------------- what is reported

class Wrong(Exception):
    """Something is wrong, and the item cannot go on."""


class Unchecked(Exception):
    """Something that is needed to check the item is not there."""


def clean(text):
    """Text from a pack as one harmless line: no line ends, no signs that steer a terminal or turn the order of letters."""
    text = "".join(c if c.isprintable() and unicodedata.category(c) != "Cf" else f"\\u{{{ord(c):x}}}" for c in str(text))
    return text if len(text) <= 300 else text[:300] + "…"


class Report:
    """Prints a line per item, and counts."""

    def __init__(self, out):
        self.out, self.wrongs, self.uncheckeds = out, 0, 0

    def item(self, name):
        return Item(self, name)

    def line(self, kind, name, text):
        print(f"{kind}  {clean(name)}: {clean(text)}", file=self.out)


class Item:
    """One item. Whatever goes wrong inside `with` becomes a line of the report; nothing escapes."""

    def __init__(self, report, name):
        self.report, self.name, self.right, self.faults = report, name, "", []

    def wrong(self, text):
        self.faults.append(("wrong", text))

    def unchecked(self, text):
        self.faults.append(("could not be checked", text))

    def __enter__(self):
        return self

    def __exit__(self, kind, error, _traceback):
        if kind is Wrong:
            self.wrong(error)
        elif kind is Unchecked:
            self.unchecked(error)
        elif kind is not None and issubclass(kind, Exception):
            self.wrong(f"cannot be read ({kind.__name__}: {error})")
        elif kind is not None:
            return False
        for fault, text in self.faults[:10]:
            self.report.line(fault, self.name, text)
        if len(self.faults) > 10:
            self.report.line(self.faults[10][0], self.name, f"and {len(self.faults) - 10} more of these")
        self.report.wrongs += sum(fault == "wrong" for fault, _ in self.faults)
        self.report.uncheckeds += sum(fault != "wrong" for fault, _ in self.faults)
        if not self.faults:
            self.report.line("right", self.name, self.right)
        return True


def need(value, what):
    """What another item made, or `Unchecked` if it could not."""
    if value is None:
        raise Unchecked(f"{what} is missing or wrong")
    return value


# ------------------------------------------------------------------------------------------- files and JSON ("Files")

class Pack:
    """The files of the zip. What is wrong with the zip itself is in `faults`; such a file is not in `files`."""

    def __init__(self, path):
        self.files, self.faults, self.size = {}, [], 0
        with zipfile.ZipFile(path) as archive:
            names = [entry.filename for entry in archive.infolist()]
            for name, times in Counter(names).items():
                if times > 1:
                    self.faults.append(f"{name}: is there {times} times")
            if not self.is_whole(archive):
                self.faults.append("the zip holds bytes that belong to none of its files")
            for entry in archive.infolist():
                self.read(archive, entry, names)

    @staticmethod
    def is_whole(archive):
        """Whether the files follow each other from the first byte to the list of them, which ends the zip.

        Otherwise another program may find other files in it than this one.
        """
        at, file = 0, archive.fp
        for entry in sorted(archive.infolist(), key=lambda entry: entry.header_offset):
            file.seek(at)
            header = file.read(30)
            if entry.header_offset != at or header[:4] != b"PK\3\4" or entry.flag_bits & 8:
                return False
            at += 30 + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little") + entry.compress_size
        file.seek(-22, 2)
        end = file.tell()
        header = file.read()
        return (at == archive.start_dir and header[:4] == b"PK\5\6" and header[20:] == b"\0\0"
                and int.from_bytes(header[12:16], "little") == end - at)

    def read(self, archive, entry, names):
        name = entry.filename
        if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name or entry.is_dir():
            self.faults.append(f"{name}: is no name for a file here")
        elif entry.orig_filename != name:
            self.faults.append(f"{entry.orig_filename}: is no name for a file here")
        elif names.count(name) == 1:
            try:
                with archive.open(entry) as file:
                    content = file.read(MAX_FILE + 1)
                self.size += len(content)
                if len(content) > MAX_FILE or self.size > MAX_ALL:
                    self.faults.append(f"{name}: is larger than 64 MiB, or makes all larger than 1 GiB")
                else:
                    self.files[name] = content
            except Exception as error:  # zipfile raises many kinds: bad CRC, bad header, encrypted, unknown method
                self.faults.append(f"{name}: cannot be read ({type(error).__name__}: {error})")

    def bytes(self, name):
        if name not in self.files:
            raise Unchecked(f"{name} is missing or cannot be read")
        return self.files[name]

    def text(self, name):
        try:
            return self.bytes(name).decode("utf-8")
        except UnicodeDecodeError as error:
            raise Wrong(f"{name}: is not UTF-8 at byte {error.start}") from None

    def lines(self, name):
        """The lines of a file; the last one ends with a line end too."""
        *lines, rest = self.text(name).split("\n")
        if rest:
            raise Wrong(f"{name}: the last line has no end")
        return lines

    def line(self, name):
        lines = self.lines(name)
        if len(lines) != 1:
            raise Wrong(f"{name}: has {len(lines)} lines, not one")
        return lines[0]

    def key(self, name):
        """A file with one line that is a key of 32 bytes."""
        if not is_hash(self.line(name)):
            raise Wrong(f"{name}: is no key in lower-case hex")
        return bytes.fromhex(self.line(name))

    def records(self, name, shape, item):
        """(number of the line, object) of a `.jsonl` file; a line that is wrong is named and left out."""
        records = []
        for number, line in enumerate(self.lines(name), 1):
            try:
                records.append((number, record(line, shape)))
            except Wrong as error:
                item.wrong(f"{name.split('/')[-1]} line {number}: {error}")
        return records


def is_hex(size):
    """Whether a value is lower-case hex of so many bytes; of any number of bytes for `None`."""
    pattern = re.compile(r"(?:[0-9a-f]{2})*" if size is None else rf"[0-9a-f]{{{2 * size}}}")
    return lambda value: type(value) is str and pattern.fullmatch(value) is not None


def is_int(low, high):
    return lambda value: type(value) is int and low <= value <= high


def is_text(value):
    return type(value) is str


def one_of(*names):
    return lambda value: type(value) in (str, bool) and value in names and type(value) is type(names[0])


is_hash, is_signature = is_hex(32), is_hex(64)
is_count, is_u16, is_u32 = is_int(0, 2**64 - 1), is_int(0, 2**16 - 1), is_int(0, 2**32 - 1)
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_id(value):
    return type(value) is str and UUID.fullmatch(value) is not None


def parsed(text):
    """JSON without doubled keys, floats or NaN."""
    def pairs(found):
        value = dict(found)
        if len(value) != len(found):
            raise Wrong("a field stands twice")
        return value

    def no(number):
        raise Wrong(f"{number} is no whole number")
    try:
        return json.loads(text, object_pairs_hook=pairs, parse_float=no, parse_constant=no)
    except (ValueError, RecursionError) as error:
        raise Wrong(f"is no JSON ({error})") from None


def shaped(value, shape, name="it"):
    """Holds a value against a shape: a dict of fields in order, a list of one shape, or a test."""
    if isinstance(shape, dict):
        if type(value) is not dict or list(value) != list(shape):
            raise Wrong(f"{name} has not the fields {', '.join(shape)}, in this order")
        for field, inner in shape.items():
            shaped(value[field], inner, field)
    elif isinstance(shape, list):
        if type(value) is not list:
            raise Wrong(f"{name} is no list")
        for one in value:
            shaped(one, shape[0], name)
    elif not shape(value):
        raise Wrong(f"{name} is not as it should be: {json.dumps(value)[:80]}")


def record(text, shape):
    """Canonical JSON of a shape: written again, it is the same text."""
    value = parsed(text)
    shaped(value, shape)
    if json.dumps(value, ensure_ascii=False, separators=(",", ":")) != text:
        raise Wrong("is not written canonically")
    return value


def is_fraction(value):
    """An exact fraction, not below zero, in lowest terms: `7200/43`, or `500` when it is whole."""
    if type(value) is not str or len(value) > 4_000 or not re.fullmatch(r"[0-9]+(/[0-9]+)?", value):
        return False
    return int(value.partition("/")[2] or 1) > 0 and str(Fraction(value)) == value


def is_paid(value):
    """Number on the ballot → amount, ascending."""
    return (type(value) is dict and all(re.fullmatch(r"0|[1-9][0-9]{0,4}", key) for key in value)
            and list(value) == sorted(value, key=int) and all(map(is_fraction, value.values())))


def is_schedule(value):
    return type(value) is dict and all(map(is_int(-2**63, 2**63 - 1), value.values()))


def is_completion(value):
    if type(value) is dict:
        return list(value) == ["increase"] and is_u32(value["increase"])
    return one_of("none", "add1", "add1u")(value)


is_utility = one_of("cost", "cardinality", "score", "scorecost", "borda", "posscore", "posscorecost")
METHODS = {
    "by_votes": {"utility": is_utility, "per_euro": one_of(False, True),
                 "order": one_of("skip", "stop", "divisible", "partial")},
    "equal_shares": {"utility": is_utility, "start": one_of("exact", "floor"), "completion": is_completion,
                     "stop": one_of("exhaustive", "exhaustive-all", "overspend"), "step": is_count,
                     "comparison": one_of("none", "satisfaction", "exclusion-ratio")},
    "phragmen": {},
}


def is_rule(value):
    """How votes become winners, version 1."""
    if type(value) is not dict or type(value.get("method")) is not str or value["method"] not in METHODS:
        return False
    shaped(value, {"version": is_int(1, 1), "method": is_text, **METHODS[value["method"]],
                   "ties": one_of("order", "cost-votes-order"), "min_share": is_u16,
                   "hopeless": one_of("set-aside", "take-part"), "blank": one_of("turnout", "voter")})
    return True


SETTINGS = {"cap": is_count, "cost_basis": is_text, "max_choices": is_u16, "min_age": is_int(0, 255),
            "schedule": is_schedule, "counting": is_rule, "cards": {"needed": is_int(1, 5), "total": is_int(1, 7)},
            "trial": one_of(False, True)}
SPARE = {"reserve": is_u32, "paper": is_u32}
RULES = {"round": is_id, "title": is_text, "settings": SETTINGS, "checklist": is_text,
         "wijken": [{"wijk": is_id, "name": is_text, "budget": is_count, "eligible": is_u32, "spare": SPARE,
                     "candidates": [{"proposal": is_id, "number": is_u16, "title": is_text, "cost_per_place": is_count,
                                     "places": is_u16}],
                     "lot_commitment": is_hash}]}
ENTRY = {"number": is_count, "at": is_int(-2**63, 2**63 - 1), "actor": is_text, "event": is_text, "previous": is_hash,
         "hash": is_hash, "signature": is_signature}
LETTER = {"number": is_count, "kind": one_of("letter", "reserve", "paper"), "commitment": is_hash}
CANCELLED = {"number": is_count, "seal": is_hash, "salt": is_hash}
ROW = {"seal": is_hash, "commitment": is_hash, "envelope": is_hash, "signature": is_signature,
       "sealed": lambda value: value is None or is_hex(None)(value)}
BALLOT = {"words": is_text, "choices": [is_id], "seal": is_hash, "salt": is_hash}
REASONS = ("foreign_seal", "repeated_seal", "bad_signature", "unreadable", "commitment_differs", "invalid_choices")
REJECTED = {"seal": is_hash, "why": one_of(*REASONS)}
OUTCOME = {"winners": [{"proposal": is_id, "places": is_u16}], "left": is_count,
           "lot": {"promised": is_hash, "seed": is_hash, "order": [is_id]},
           "ballots": is_count, "laid_aside": is_count, "rejected": is_count}
PROOF = {"share": is_fraction, "bought": [is_u16], "rates": [is_fraction],
         "ballots": [{"choices": [is_u16], "voters": is_count, "paid": is_paid}]}
EVENTS = {  # the fields that are needed of an event; it may have more; most names are not on the page
    "rules_frozen": {"rules": is_hash}, "sheet_made": {"sheet": is_hash},
    "dates_moved": {"schedule": is_schedule, "sheet": lambda value: value is None or is_hash(value)},
    "box_key_made": {"key": is_hash},
    "round_stepped": {"to": is_text},
    "seals_fixed": {"wijk": is_id, "letters": is_count, "spare": SPARE, "seal_list": is_hash},
    "act_asked": {"request": is_id, "act": is_text}, "act_agreed": {"request": is_id, "act": is_text},
    "act_withdrawn": {"request": is_id}, "codes_issued": {"wijk": is_id},
    "letter_cancelled": {"wijk": is_id, "number": is_count}, "envelope_issued": {"wijk": is_id, "number": is_count},
    "box_closed": {"wijk": is_id, "ballots": is_count, "head": is_hash, "cancelled": list, "unissued": list},
    "box_counted": {"wijk": is_id, "valid": is_count, "rejected": is_count, "laid_aside": is_count, "files": is_hash},
}


ROLES = ["resident", "desk", "reviewer", "smederij", "council", "clerk", "administrator"]
DEEDS = {"codes_issued": "make_letters", "letter_cancelled": "cancel_letter", "envelope_issued": "cancel_letter",
         "box_counted": "count_votes"}


# --------------------------------------------------------------------------------- hashes, signatures and envelopes

def framed(tag, *fields):
    """`F(tag, a, b, …)`: each with its length before it; a number is eight bytes, big-endian."""
    parts = [tag.encode()] + [f.to_bytes(8, "big") if type(f) is int else f for f in fields]
    return b"".join(len(part).to_bytes(8, "big") + part for part in parts)


def H(tag, *fields):
    return hashlib.sha256(framed(tag, *fields)).digest()


def raw(text):
    """The bytes of hex, or the sixteen bytes of an id."""
    return bytes.fromhex(text.replace("-", ""))


PRIME, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
_Y8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826
SMALL_ORDER = {0, 1, PRIME - 1, _Y8, PRIME - _Y8}  # the heights of the eight points of small order


def is_signed(key, message, signature):
    """Ed25519, strictly: `S` below the group's order, neither the key nor `R` of small order."""
    for point in (key, signature[:32]):
        if (int.from_bytes(point, "little") & (2**255 - 1)) % PRIME in SMALL_ORDER:
            return False
    if int.from_bytes(signature[32:], "little") >= ORDER:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


def public_half(key):
    return X25519PrivateKey.from_private_bytes(key).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def content_of(sealed, key):
    """What is in an envelope, or nothing if the key does not open it."""
    sender = sealed[:32]
    try:  # `exchange` refuses a shared secret of zeros
        secret = X25519PrivateKey.from_private_bytes(key).exchange(X25519PublicKey.from_public_bytes(sender))
        kdf = HKDF(algorithm=SHA256(), length=32, salt=sender + public_half(key), info=b"wijkbanen/envelope/v2")
        padded = ChaCha20Poly1305(kdf.derive(secret)).decrypt(bytes(12), sealed[32:], None)
    except (InvalidTag, ValueError):
        return None
    length = int.from_bytes(padded[:8], "big")
    if len(padded) < 8 + length or any(padded[8 + length:]):
        return None
    return padded[8:8 + length]


def ballot_in(content):
    """(choices, words, salt) as bytes, or nothing if the content is no ballot."""
    fields = []
    while content and len(fields) < 3:
        length = int.from_bytes(content[:8], "big")
        if len(content) < 8 + length:
            return None
        fields.append(content[8:8 + length])
        content = content[8 + length:]
    if content or len(fields) != 3:
        return None
    choices, words, salt = fields
    ids = [choices[at:at + 16] for at in range(0, len(choices), 16)]
    if len(choices) % 16 or ids != sorted(set(ids)) or len(words) != 6 or len(salt) != 32 or max(indexes(words)) >= 2048:
        return None
    return choices, words, salt


def indexes(words):
    return tuple(int.from_bytes(words[at:at + 2], "big") for at in (0, 2, 4))


# ------------------------------------------------------------------------------------------------------- the count

# A project: its number on the ballot, cost, cost of a place, places, votes, and its place when there is a tie.
Project = namedtuple("Project", "number cost per_place places votes rank")
# What came out: (number, places) in order, what is left, and under Equal Shares what was bought and the share it ended at.
Counted = namedtuple("Counted", "winners left bought rates share")
# Equal Shares at one share: projects in order, their rates, and before each the lower bounds of the rates of its rivals.
Run = namedtuple("Run", "bought rates rivals")


def taking_part(rule, budget, candidates, ballots, order):
    """The number of voters, and the projects that take part ("Ties", and the fields of the rule).

    `candidates`: number → (cost of a place, places); `ballots`: set of numbers → how many cast it; `order`: of the lot.
    """
    voters = sum(times for choices, times in ballots.items() if choices or rule["blank"] == "voter")
    votes = Counter()
    for choices, times in ballots.items():
        for number in choices:
            votes[number] += times
    projects = []
    for number, (per_place, places) in candidates.items():
        cost, last = per_place * places, order.index(number)
        rank = (last,) if rule["ties"] == "order" else (cost, -votes[number], last)
        is_hopeless = votes[number] == 0 or cost > budget
        if votes[number] * 1000 >= rule["min_share"] * voters and not (is_hopeless and rule["hopeless"] == "set-aside"):
            projects.append(Project(number, cost, per_place, places, votes[number], rank))
    return voters, projects


def count(rule, budget, candidates, ballots, order):
    """The winners by the rule."""
    voters, projects = taking_part(rule, budget, candidates, ballots, order)
    if rule["method"] == "by_votes":
        return by_votes(projects, budget, rule["per_euro"], rule["order"])
    if rule["method"] == "phragmen":
        return phragmen(projects, budget, ballots)
    if rule["utility"] not in ("cost", "cardinality"):
        raise Unchecked(f"the utility {rule['utility']} is not for approval ballots")
    counted = equal_shares(rule, projects, budget, ballots, voters)
    other = by_votes(projects, budget, False, "skip")
    if prefer(rule["comparison"], ballots, other, counted):
        return counted._replace(winners=other.winners, left=other.left)  # what they paid: not on the page
    return counted


def by_votes(projects, left, per_euro, order, winners=()):
    """Most votes first ("By votes"); `winners` are there already."""
    def worth(project):
        if not per_euro:
            return (0, project.votes if project.cost else 0)  # not on the page
        if project.cost == 0:
            return (1, 0) if project.votes else (0, 0)
        return (0, Fraction(project.votes, project.cost))
    winners = list(winners)
    taken = {number for number, _ in winners}
    for project in sorted(sorted(projects, key=lambda p: p.rank), key=worth, reverse=True):  # sorting keeps the ranks
        if project.number in taken:
            continue
        granted, places = project.cost, project.places
        if project.cost > left:
            if order == "stop":
                break
            if order == "divisible" and left // project.per_place > 0:
                places = left // project.per_place
                granted = places * project.per_place
            elif order == "partial" and left > 0:
                granted, places = left, 0  # how many places: not on the page
            else:
                continue
        winners.append((project.number, places))
        left -= granted
    return Counted(winners, left, None, None, None)


def prefer(comparison, ballots, other, counted):
    """Whether strictly more voters prefer `other` ("Comparison")."""
    ours, theirs = ({number for number, _ in outcome.winners} for outcome in (counted, other))
    balance = 0
    for choices, times in ballots.items():
        a, b = len(choices & ours), len(choices & theirs)
        if comparison == "exclusion-ratio":
            a, b = min(a, 1), min(b, 1)
        balance += times * ((b > a) - (a > b))
    return comparison != "none" and balance > 0


def phragmen(projects, left, ballots):
    """Each winner's cost is spread over its supporters as load; least load first; stops at what does not fit.

    Loads are whole numbers over one common denominator, `unit`.
    """
    groups = [(choices, times) for choices, times in ballots.items() if choices]
    loads, unit, winners = [0] * len(groups), 1, []
    remaining = {p: [at for at, (choices, _) in enumerate(groups) if p.number in choices]
                 for p in projects if p.cost <= left}
    while remaining:
        load = {}
        for project, supporters in remaining.items():
            borne = sum(loads[at] * groups[at][1] for at in supporters)
            load[project] = (0, Fraction(project.cost * unit + borne, project.votes)) if project.votes else (1, 0)
        least = min(load.values())
        tied = [project for project in remaining if load[project] == least]
        if any(project.cost > left for project in tied):
            break
        winner = min(tied, key=lambda p: p.rank)
        if winner.votes:
            factor = least[1].denominator
            loads, unit = [one * factor for one in loads], unit * factor
            for at in remaining[winner]:
                loads[at] = least[1].numerator
        del remaining[winner]
        winners.append((winner.number, winner.places))
        left -= winner.cost
    return Counted(winners, left, None, None, None)


def rate_of(project, purse, unit, utility):
    """The least rate at which supporters can pay, each `rate × utility` or all they have; nothing if they cannot.

    `purse`: what a supporter has left, in parts of a cent (`unit` of them) → how many supporters have that.
    """
    missing, payers = project.cost * unit, project.votes
    for wallet, times in sorted(purse.items()):
        if missing <= wallet * payers:
            return Fraction(missing, payers * unit * utility(project))
        missing -= wallet * times
        payers -= times
    return None


def run_of(projects, groups, share, utility):
    """Equal Shares with a given share of each voter ("Equal Shares").

    Wallets are whole numbers over one common denominator, `unit`. A rate never falls from one purchase to the next, so
    the rate found before is a lower bound, and who cannot pay for a project now never can.
    """
    unit, wallets = share.denominator, [share.numerator] * len(groups)
    supporters = {p: [at for at, (choices, _) in enumerate(groups) if p.number in choices] for p in projects}
    bounds = {p: Fraction(p.cost, p.votes * utility(p)) for p in projects if p.votes * utility(p) > 0}
    run = Run([], [], [])
    while True:
        best = None
        for project in sorted(bounds, key=bounds.get):
            if best is not None and bounds[project] > best[0]:
                break
            purse = Counter()
            for at in supporters[project]:
                purse[wallets[at]] += groups[at][1]
            rate = rate_of(project, purse, unit, utility)
            if rate is None:
                del bounds[project]
                continue
            bounds[project] = rate
            if best is None or (rate, project.rank) < (best[0], best[1].rank):
                best = rate, project
        if best is None:
            run.rivals.append({})
            return run
        rate, winner = best
        del bounds[winner]
        run.bought.append(winner)
        run.rates.append(rate)
        run.rivals.append(dict(bounds))
        price = rate * utility(winner) * unit
        if price.denominator > 1:
            wallets, unit = [one * price.denominator for one in wallets], unit * price.denominator
        for at in supporters[winner]:
            wallets[at] -= min(wallets[at], price.numerator)


def is_same_between(low, high):
    """Whether every share between those of two runs buys the same ("Steps and leaps").

    While the purchases are the same, a larger share leaves larger wallets and lower rates. So it is enough that each
    winner's rate at the low end comes before every rival's lower bound at the high end, and that what cannot be paid at
    the high end cannot be paid below.
    """
    return low.bought == high.bought and all(
        (bound, rival.rank) > (rate, winner.rank)
        for winner, rate, rivals in zip(low.bought, low.rates, high.rivals) for rival, bound in rivals.items())


def equal_shares(rule, projects, budget, ballots, voters):
    """Equal Shares with its start, completion and stop."""
    groups = [(choices, times) for choices, times in ballots.items() if choices]
    utility = (lambda p: p.cost) if rule["utility"] == "cost" else (lambda p: 1)
    completion, step = rule["completion"], rule["step"]
    voters = max(voters, 1)  # not on the page
    start = Fraction(budget, voters)
    if rule["start"] == "floor":
        if step == 0:
            raise Wrong("the rule rounds to steps of nothing")
        start = Fraction(start // step * step)
    if type(completion) is dict:
        step = Fraction(budget * completion["increase"], 10_000 * voters)
    if completion != "none" and step == 0 and budget > 0:
        raise Wrong("the rule raises shares by nothing")

    def is_last(run):
        left = budget - sum(p.cost for p in run.bought)
        more = [p for p in projects if p not in run.bought]
        supported = [p for p in more if p.votes * utility(p) > 0]
        fits = {"exhaustive": supported, "exhaustive-all": more}.get(rule["stop"])
        return not supported or fits is not None and all(p.cost > left for p in fits)

    at, leap, runs = 0, 1, 0
    run = run_of(projects, groups, start, utility)
    while completion != "none" and budget > 0 and not is_last(run):
        runs += 1
        if runs > MAX_RUNS:
            raise Unchecked(f"the rule takes more than {MAX_RUNS} steps")
        following = run_of(projects, groups, start + (at + leap) * step, utility)
        if leap > 1 and not is_same_between(run, following):
            leap = max(1, leap // 4)
            continue
        if sum(p.cost for p in following.bought) > budget:
            break
        run, at, leap = following, at + leap, leap * 2
    winners = [(p.number, p.places) for p in run.bought]
    left = budget - sum(p.cost for p in run.bought)
    counted = Counted(winners, left, None, None, None)
    if completion == "add1u":  # most utility per euro first, which is by votes where the utility is the cost
        counted = by_votes(projects, left, rule["utility"] != "cost", "skip", winners)
    return counted._replace(bought=[p.number for p in run.bought], rates=run.rates, share=start + at * step)


# ------------------------------------------------------------------------------------------ the proof ("Certificates")

def check_proof(item, proof, rule, budget, candidates, ballots, order):
    """The conditions C1 to C6, without counting. Ballots without a choice may be left out (not on the page)."""
    _, projects = taking_part(rule, budget, candidates, ballots, order)
    bought, share = proof["bought"], Fraction(proof["share"])
    utility = (lambda p: p.cost) if rule["utility"] == "cost" else (lambda p: 1)
    known = {p.number: p for p in projects if p.votes * utility(p) > 0}
    if len(set(bought)) != len(bought) or len(bought) != len(proof["rates"]) or not set(bought) <= set(known):
        raise Wrong("what was bought is not so many different projects of the ballot as there are rates")
    shown = Counter()
    for ballot in proof["ballots"]:
        shown[frozenset(ballot["choices"])] += ballot["voters"]
    ballots = Counter({choices: times for choices, times in ballots.items() if choices or choices in shown})
    if shown != ballots or len(shown) != len(proof["ballots"]) or any(
            len(set(b["choices"])) != len(b["choices"]) for b in proof["ballots"]):
        item.wrong("its ballots are not those that count, each different one once")
    groups = []  # what a voter has left, what they chose and paid, how many they are
    for number, ballot in enumerate(proof["ballots"], 1):
        paid = {int(key): Fraction(amount) for key, amount in ballot["paid"].items()}
        if sum(paid.values()) > share:
            item.wrong(f"C1: ballot {number} spends more than the share")
        if not set(paid) <= set(ballot["choices"]) & set(bought):
            item.wrong(f"C2: ballot {number} pays for what it did not choose, or what was not bought")
        groups.append([share, set(ballot["choices"]), paid, ballot["voters"]])
    left = dict(known)
    for number, text in zip(bought, proof["rates"]):
        rate, winner = Fraction(text), left.pop(number)
        payments = sum(paid.get(number, 0) * times for _, _, paid, times in groups)
        if payments != winner.cost:
            item.wrong(f"C3: the payments for {number} do not add up to its cost")
        if any(number in choices and paid.get(number, 0) != min(wallet, rate * utility(winner))
               for wallet, choices, paid, _ in groups):
            item.wrong(f"C5: not every supporter of {number} pays its rate, or all they have if that is less")
        for rival in left.values():
            purse = purse_of(rival, groups)
            other = rate_of(rival._replace(votes=sum(purse.values())), purse, 1, utility)
            if other is not None and other < rate:
                item.wrong(f"C6: when {number} was bought, {rival.number} had a lower rate")
        for group in groups:
            group[0] -= group[2].get(number, 0)
    for loser in left.values():
        if sum(wallet * times for wallet, times in purse_of(loser, groups).items()) >= loser.cost:
            item.wrong(f"C4: the supporters of {loser.number} have its cost left together")


def purse_of(project, groups):
    purse = Counter()
    for wallet, choices, _, times in groups:
        if project.number in choices:
            purse[wallet] += times
    return purse


# --------------------------------------------------------------------------------- what is checked ("What is checked")

class Round:
    """What the items on the whole round found, for those on its wijken."""

    def __init__(self, pack):
        self.pack, self.events, self.rules, self.sheet, self.box_key, self.words = pack, [], None, None, None, None
        self.id, self.actors = None, {}

    def of(self, kind, wijk=None):
        """(number, event) of a kind in this round, and in a wijk, in the order of the journal."""
        return [(number, event) for number, event in self.events if event["event"] == kind
                and event["round"] == self.id and (wijk is None or event.get("wijk") == wijk)]

    def last(self, kind, wijk=None):
        found = self.of(kind, wijk)
        if not found:
            raise Unchecked(f"the journal has no readable {kind} of it")
        return found[-1]

    def only(self, kind, wijk):
        """What is said of a wijk once and for all."""
        if len(self.of(kind, wijk)) > 1:
            raise Wrong(f"the journal has more than one {kind} of it")
        return self.last(kind, wijk)


def check_journal(item, found, head, given_key):
    """1. Every entry has its number, follows from the one before, has its hash, and is signed."""
    pack, previous, hashes = found.pack, "00" * 32, set()
    key = None
    try:
        key = pack.key("journal_key.txt")
        if given_key is not None and key.hex() != given_key:
            item.wrong("the key in journal_key.txt is not the one that was given")
    except (Wrong, Unchecked) as error:
        item.wrong(error)
    entries = pack.records("journal.jsonl", ENTRY, item)
    for line, entry in entries:
        if entry["number"] != line:
            item.wrong(f"line {line}: its number is {entry['number']}")
        if entry["previous"] != previous:
            item.wrong(f"line {line}: does not follow from the entry before")
        made = H("wijkbanen/journal/v2", entry["number"], entry["at"].to_bytes(8, "big", signed=True),
                 entry["actor"].encode(), entry["event"].encode(), raw(entry["previous"]))
        if made.hex() != entry["hash"]:
            item.wrong(f"line {line}: its hash is not that of the entry")
        if key and not is_signed(key, framed("wijkbanen/journal-entry/v2", raw(entry["hash"])), raw(entry["signature"])):
            item.wrong(f"line {line}: is not signed by the key in journal_key.txt")
        previous = entry["hash"]
        found.actors[line] = entry["actor"]
        hashes.add(made.hex())
        try:
            event = parsed(entry["event"])
            if type(event) is not dict or type(event.get("event")) is not str:
                raise Wrong("its event has no name")
            needed = EVENTS.get(event["event"], {})
            shaped({field: event.get(field) for field in needed}, {f: t if t is not list else [is_count]
                                                                    for f, t in needed.items()}, "event")
            if needed and not is_id(event.get("round")):
                raise Wrong("its event has no round")
            found.events.append((line, event))
        except Wrong as error:
            item.wrong(f"line {line}: {error}")
    if not entries:
        item.wrong("has no entry")
    if head is not None and head not in hashes:
        item.wrong("no entry has the head that was given")
    item.right = f"{len(entries)} entries, head {previous}"


def check_end(item, found):
    """The journal ends with the entry that says that this round was counted."""
    counted = [number for number, event in found.of("round_stepped") if event["to"] == "counted"]
    if not counted:
        raise Wrong("no entry says that the round of the sheet was counted")
    lines = found.pack.lines("journal.jsonl")
    if counted != [len(lines)]:
        item.wrong(f"the round was counted in entry {counted[0]} and the journal ends with entry {len(lines)}")
    item.right = f"the round was counted in entry {counted[0]}"


def person(actor):
    """The pseudonym of who did something; the clock and the machine have none."""
    known = re.fullmatch(f"({'|'.join(ROLES)}) ([0-9a-f]{{10}})", actor)
    return known and known[2]


def check_two_people(item, found):
    """6. Letters, cancelled letters and the count were asked for by one and agreed to by another."""
    asked, agreed, lettered = {}, None, set()
    for line, event in found.events:
        kind, wijk, actor, before, agreed = event["event"], event.get("wijk"), found.actors[line], agreed, None
        if event.get("round") != found.id:
            continue
        if kind == "act_asked" and person(actor):
            asked[event["request"]] = (event["act"], wijk, person(actor))
        elif kind == "act_withdrawn":
            asked.pop(event["request"], None)
        elif kind == "act_agreed":
            act, of, first = asked.pop(event["request"], (None, None, None))
            second = person(actor)
            if first and second and first != second and (act, of) == (event["act"], wijk):
                agreed = (line, actor, act, of)
            else:
                item.wrong(f"entry {line}: was not asked for by one and agreed to by another")
        elif kind in DEEDS:
            act = DEEDS[kind]
            if before != (line - 1, actor, act, None if act == "count_votes" else wijk):
                item.wrong(f"entry {line}: {kind} was not agreed to in the entry before")
            elif kind == "codes_issued":
                lettered.add(wijk)
            elif kind != "envelope_issued":
                agreed = (line, *before[1:])
    for wijk in need(found.rules, "rules.json")["wijken"]:
        if wijk["wijk"] not in lettered:
            item.wrong(f"no codes_issued of wijk {wijk['wijk']} was agreed to")
    item.right = "whatever needs two people was done by two"


def check_rules(item, found):
    """2. The rules are those that were frozen."""
    text = found.pack.text("rules.json")
    rules = record(text, RULES)
    for what, ids in [("wijk", [w["wijk"] for w in rules["wijken"]])] + [
            (what, [c[what] for c in w["candidates"]]) for w in rules["wijken"] for what in ("proposal", "number")]:
        if len(set(ids)) != len(ids):
            raise Wrong(f"a {what} stands in it twice")
    found.rules, found.id = rules, found.id or rules["round"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    if rules["round"] != found.id:
        item.wrong("they are of another round than the sheet")
    if found.last("rules_frozen")[1]["rules"] != digest:
        item.wrong("their hash is not the one that was frozen in the journal")
    if need(found.sheet, "sheet.json")["rules"] != digest:
        item.wrong("their hash is not the one in the sheet")
    for name, value in rules["settings"].items():
        if name != "schedule" and found.sheet["settings"][name] != value:  # dates may be moved, nothing else
            item.wrong(f"{name} is not what it is in the sheet")
    item.right = f"of “{rules['title']}”, {digest}"


def read_sheet(found):
    """The sheet, and the id of the round. The names of its fields are not on the page."""
    text = found.pack.text("sheet.json")
    value = record(text, {"round": is_id, "rules": is_hash, "box_key": is_hash, "link_key": is_hash, "settings": SETTINGS,
                  "wijken": [{"wijk": is_id, "letters": is_u32, "spare": SPARE, "seals": is_hash, "letter_list": is_hash}]})
    if len({wijk["wijk"] for wijk in value["wijken"]}) != len(value["wijken"]):
        raise Wrong("a wijk stands in it twice")
    found.sheet, found.id = value, value["round"]


def check_sheet(item, found):
    """3. The sheet is the one that the journal tells of, made before a box closed, with the key of the box."""
    sheet = need(found.sheet, "sheet.json")
    made, event = found.last("sheet_made")
    after = [(number, event) for number, event in found.of("dates_moved") if number > made]
    number, event = (after or [(made, event)])[-1]
    if event["sheet"] != hashlib.sha256(found.pack.bytes("sheet.json")).hexdigest():
        item.wrong(f"its hash is not the one in entry {number} of the journal, its last sheet_made or dates_moved")
    closed = found.of("box_closed")
    if closed and closed[0][0] < number:
        item.wrong("it was made after a box was closed")
    if found.last("box_key_made")[1]["key"] != sheet["box_key"]:
        item.wrong("its box key is not the one in the last box_key_made of the journal")
    key = found.pack.key("box_key.txt")
    if public_half(key).hex() != sheet["box_key"]:
        item.wrong("its box key is not the public half of box_key.txt")
    found.box_key = key
    item.right = f"of {len(sheet['wijken'])} wijken, before entry {closed[0][0] if closed else '–'}"


def check_dates(item, found):
    """3. The dates are those of the rules, or what the journal says they were moved to: never to open or close earlier."""
    dates, sheet = need(found.rules, "rules.json")["settings"]["schedule"], need(found.sheet, "sheet.json")
    frozen, closed = found.last("rules_frozen")[0], found.of("box_closed")
    moved = [(number, event["schedule"]) for number, event in found.of("dates_moved") if number > frozen]
    for number, schedule in moved:
        if closed and number > closed[0][0]:
            item.wrong(f"entry {number}: they were moved after a box was closed")
        for phase in ("voting", "closed"):
            if schedule.get(phase, -2**63) < dates.get(phase, -2**63):
                item.wrong(f"entry {number}: {phase} was moved to an earlier moment")
        dates = schedule
    if sheet["settings"]["schedule"] != dates:
        item.wrong("those of the sheet are neither those of the rules nor those that the journal says they were moved to")
    item.right = f"moved {len(moved)} times"


class Wijk:
    """One wijk: what its items found, for the next."""

    def __init__(self, found, rules, folder):
        self.found, self.pack, self.rules, self.folder, self.id = found, found.pack, rules, folder, rules["wijk"]
        self.seals = self.letters = self.cancelled = self.rows = self.valid = self.rejected = self.outcome = self.sheet = None
        self.lot_order = self.counted = None
        self.ids = raw(found.id or "00" * 16), raw(self.id)
        self.numbers = {c["proposal"]: c["number"] for c in rules["candidates"]}
        self.candidates = {c["number"]: (c["cost_per_place"], c["places"]) for c in rules["candidates"]}

    def file(self, name):
        return f"{self.folder}/{name}"

    def ballots(self):
        """Sets of numbers → how many voters chose them, of the ballots that came out of the box."""
        return Counter(frozenset(self.numbers[c] for c in ballot["choices"]) for _, ballot in need(self.valid, "the opening"))


def check_seals(item, wijk):
    """4.1 Every seal that could vote."""
    seals = wijk.pack.lines(wijk.file("seals.txt"))
    for line, seal in enumerate(seals, 1):
        if not is_hash(seal):
            item.wrong(f"line {line}: is no seal")
    if item.faults:
        return
    wijk.seals = seals
    for line, (one, two) in enumerate(zip(seals, seals[1:]), 2):
        if one >= two:
            item.wrong(f"line {line}: seal {two} stands " + ("twice" if one == two else "out of order"))
    listed = H("wijkbanen/seals/v2", *map(raw, seals)).hex()
    need(wijk.sheet, "the wijk in sheet.json")
    codes = wijk.sheet["letters"] + sum(wijk.sheet["spare"].values())
    if (listed, len(seals)) != (wijk.sheet["seals"], codes):
        item.wrong(f"number ({len(seals)}) or hash is not as in the sheet ({codes})")
    fixed = wijk.found.only("seals_fixed", wijk.id)[1]
    if [fixed["seal_list"], fixed["letters"], fixed["spare"]] != [listed, wijk.sheet["letters"], wijk.sheet["spare"]]:
        item.wrong("numbers or hash are not as in seals_fixed in the journal")
    item.right = f"{len(seals)}"


def check_letters(item, wijk):
    """4.2 Every letter."""
    letters = wijk.pack.records(wijk.file("letters.jsonl"), LETTER, item)
    for line, letter in letters:
        if letter["number"] != line:
            item.wrong(f"line {line}: its number is {letter['number']}")
    wijk.letters = {letter["number"]: letter for _, letter in letters}
    if wijk.seals is not None and len(letters) != len(wijk.seals):
        item.wrong(f"there are {len(letters)} for {len(wijk.seals)} seals")
    listed = H("wijkbanen/letters/v2", *(part for _, letter in letters for part in (
        letter["kind"].encode(), raw(letter["commitment"])))).hex()
    if listed != need(wijk.sheet, "the wijk in sheet.json")["letter_list"]:
        item.wrong("the hash of the list is not as in the sheet")
    need(wijk.seals, "seals.txt")
    kinds = Counter(letter["kind"] for _, letter in letters)
    if [kinds["letter"], kinds["reserve"], kinds["paper"]] != [wijk.sheet["letters"], *wijk.sheet["spare"].values()]:
        item.wrong("the numbers of letters, envelopes and ballots on paper are not as in the sheet")
    if wijk.sheet["letters"] > wijk.rules["eligible"]:
        item.wrong(f"there are {wijk.sheet['letters']}, more than the {wijk.rules['eligible']} people who may vote")
    if wijk.sheet["spare"] != wijk.rules["spare"]:
        item.wrong("there are other envelopes and ballots on paper than the rules have")
    at, closed = wijk.found.only("box_closed", wijk.id)
    issued = {event["number"] for number, event in wijk.found.of("envelope_issued", wijk.id) if number < at}
    left = [letter["number"] for _, letter in letters if letter["kind"] != "letter" and letter["number"] not in issued]
    if closed["unissued"] != left:
        item.wrong(f"nobody got the numbers {left}, and box_closed in the journal says {closed['unissued']}")
    item.right = ", ".join(f"{times} {kind}" for kind, times in sorted(kinds.items())) or "none"


def check_cancelled(item, wijk):
    """4.3 The cancelled letters, and the seals that are laid aside for it."""
    cancelled = wijk.pack.records(wijk.file("cancelled.jsonl"), CANCELLED, item)
    numbers = [one["number"] for _, one in cancelled]
    if numbers != sorted(set(numbers)):
        item.wrong("is not sorted by number, or has a number twice")
    wijk.cancelled = {one["seal"] for _, one in cancelled}
    for line, one in cancelled:
        if one["seal"] not in need(wijk.seals, "seals.txt"):
            item.wrong(f"line {line}: seal {one['seal']} is not on the list")
        letter = need(wijk.letters, "letters.jsonl").get(one["number"])
        if letter is None:
            item.wrong(f"line {line}: there is no letter {one['number']}")
        elif H("wijkbanen/letter/v2", *wijk.ids, one["number"], letter["kind"].encode(), raw(one["seal"]),
               raw(one["salt"])).hex() != letter["commitment"]:
            item.wrong(f"line {line}: seal and salt do not give the commitment of letter {one['number']}")
    if len(wijk.cancelled) != len(cancelled):
        item.wrong("has a seal twice")
    at, closed = wijk.found.only("box_closed", wijk.id)
    before = sorted(event["number"] for number, event in wijk.found.of("letter_cancelled", wijk.id) if number < at)
    aside = sorted(closed["cancelled"] + closed["unissued"])
    if aside != sorted(set(numbers)):
        item.wrong(f"the numbers {numbers} are not those in box_closed in the journal: {aside}")
    if closed["cancelled"] != before:
        item.wrong(f"the numbers {closed['cancelled']} are not those cancelled in the journal before: {before}")
    item.right = f"{len(closed['cancelled'])} cancelled, {len(closed['unissued'])} never handed out"


def check_box(item, wijk):
    """4.4 The rows of the closed box are those that were closed."""
    rows = wijk.pack.records(wijk.file("box.jsonl"), ROW, item)
    wijk.rows = rows
    for (_, one), (line, two) in zip(rows, rows[1:]):
        if one["seal"] > two["seal"]:
            item.wrong(f"line {line}: seal {two['seal']} stands out of order")
    fields = [raw(row[name]) for _, row in rows for name in ("seal", "commitment", "envelope", "signature")]
    for line, row in rows:
        if row["sealed"] is not None and H("wijkbanen/envelope/v2", raw(row["sealed"])).hex() != row["envelope"]:
            item.wrong(f"line {line}: envelope of seal {row['seal']} is not the hash of what is sealed")
        if wijk.cancelled is not None and (row["sealed"] is None) != (row["seal"] in wijk.cancelled):
            item.wrong(f"line {line}: seal {row['seal']} is " + (
                "laid aside, but its letter was not cancelled" if row["sealed"] is None else "not laid aside, but cancelled"))
    closed = wijk.found.only("box_closed", wijk.id)[1]
    if closed["ballots"] != len(rows):
        item.wrong(f"there are {len(rows)} rows, and {closed['ballots']} were closed")
    head = H("wijkbanen/head/v2", len(rows), *fields).hex()
    if head != closed["head"]:
        item.wrong("the head is not that in box_closed in the journal")
    need(wijk.cancelled, "cancelled.jsonl")
    item.right = f"{len(rows)} rows, head {head}"


def check_opening(item, wijk):
    """4.5 Every other row, opened, is either a ballot or rejected with the first reason that holds."""
    found, key = wijk.found, need(wijk.found.box_key, "box_key.txt")
    rows, seals, words = need(wijk.rows, "box.jsonl"), set(need(wijk.seals, "seals.txt")), need(found.words, "words.txt")
    most, times = found.rules["settings"]["max_choices"], Counter(row["seal"] for _, row in rows)
    valid, rejected = [], []
    for _, row in rows:
        if row["sealed"] is None:
            continue
        why, ballot = open_row(row, wijk, key, seals, times, most)
        if why:
            rejected.append((row["seal"], {"seal": row["seal"], "why": why}))
        else:
            choices, at, salt = ballot
            ids = [choices[n:n + 16].hex() for n in range(0, len(choices), 16)]
            ids = ["-".join((i[:8], i[8:12], i[12:16], i[16:20], i[20:])) for i in ids]
            valid.append((indexes(at), {"words": " ".join(words[n] for n in indexes(at)), "choices": ids,
                                        "seal": row["seal"], "salt": salt.hex()}))
    valid.sort(key=lambda one: (one[0], one[1]["seal"]))
    wijk.valid, wijk.rejected = valid, rejected
    same_records(item, wijk, "ballots.jsonl", BALLOT, [one for _, one in valid])
    same_records(item, wijk, "rejected.jsonl", REJECTED, [one for _, one in rejected])
    reasons = Counter(one["why"] for _, one in rejected)
    item.right = f"{len(valid)} ballots count, {len(rejected)} rejected" + "".join(
        f", {times} {why}" for why, times in sorted(reasons.items()))


def open_row(row, wijk, key, seals, times, most):
    """(the first reason to reject a row, its ballot): one of the two is nothing."""
    seal, commitment, envelope = raw(row["seal"]), raw(row["commitment"]), raw(row["envelope"])
    if row["seal"] not in seals:
        return "foreign_seal", None
    if times[row["seal"]] > 1:
        return "repeated_seal", None
    if not is_signed(seal, framed("wijkbanen/vote/v2", *wijk.ids, commitment, envelope), raw(row["signature"])):
        return "bad_signature", None
    content = content_of(raw(row["sealed"]), key)
    ballot = None if content is None else ballot_in(content)
    if ballot is None:
        return "unreadable", None
    if H("wijkbanen/ballot/v2", *wijk.ids, *ballot) != commitment:
        return "commitment_differs", None
    known = {raw(proposal) for proposal in wijk.numbers}
    chosen = [ballot[0][at:at + 16] for at in range(0, len(ballot[0]), 16)]
    if not 1 <= len(chosen) <= most or not known.issuperset(chosen):  # none: not on the page
        return "invalid_choices", None
    return None, ballot


def same_records(item, wijk, name, shape, expected):
    """Names what a file has too much, too little, otherwise, or out of order."""
    shown = wijk.pack.records(wijk.file(name), shape, item)
    want, have = Counter(map(json.dumps, expected)), Counter(json.dumps(one) for _, one in shown)
    for one in expected:
        if have[json.dumps(one)] < want[json.dumps(one)]:
            item.wrong(f"{name}: lacks what the box holds under seal {one['seal']}: {one.get('why') or one.get('words')}")
    for line, one in shown:
        if have[json.dumps(one)] > want[json.dumps(one)]:
            item.wrong(f"{name} line {line}: seal {one['seal']} is not so in the box, or stands here twice")
    if want == have and [one for _, one in shown] != expected:
        line = next(n for (n, one), two in zip(shown, expected) if one != two)
        item.wrong(f"{name} line {line}: stands out of order")


def check_lot(item, wijk):
    """4.6 The lot was promised in the rules, and follows from that and the head of the box."""
    wijk.outcome = record(wijk.pack.line(wijk.file("outcome.json")), OUTCOME)
    lot = wijk.outcome["lot"]
    if H("wijkbanen/lot-seed/v1", raw(lot["promised"])).hex() != wijk.rules["lot_commitment"]:
        item.wrong("the promised seed is not the one whose hash is in the rules")
    order = sorted(wijk.candidates, key=lambda number: H("wijkbanen/lot/v2", raw(lot["seed"]), str(number).encode()))
    proposals = {number: proposal for proposal, number in wijk.numbers.items()}
    if lot["order"] != [proposals[number] for number in order]:
        item.wrong("the order does not follow from the seed")
    head = wijk.found.only("box_closed", wijk.id)[1]["head"]
    seed = H("wijkbanen/lot-of-box/v2", raw(lot["promised"]), raw(head))
    if seed.hex() != lot["seed"]:
        item.wrong("the seed does not follow from the promised one and the head of the box")
    wijk.lot_order = sorted(wijk.candidates, key=lambda number: H("wijkbanen/lot/v2", seed, str(number).encode()))
    item.right = f"order {order}"


def check_money(item, wijk):
    """Of a wijk with few ballots: the numbers of the outcome agree with the rules and with each other."""
    outcome = need(wijk.outcome, "outcome.json")
    proposals = [winner["proposal"] for winner in outcome["winners"]]
    spent = 0
    if len(set(proposals)) != len(proposals) or not set(proposals) <= set(wijk.numbers):
        raise Wrong("a winner stands there twice or is not on the ballot")
    order = wijk.found.rules["settings"]["counting"].get("order")
    for winner in outcome["winners"]:
        per_place, places = wijk.candidates[wijk.numbers[winner["proposal"]]]
        spent += per_place * winner["places"]
        if not winner["places"] <= places or winner["places"] == 0 and order != "partial":
            item.wrong(f"winner {winner['proposal']} has {winner['places']} places")
    if order != "partial" and spent + outcome["left"] != wijk.rules["budget"]:
        item.wrong("what the winners cost and what is left are not the budget")
    closed = wijk.found.only("box_closed", wijk.id)[1]["ballots"]
    if outcome["ballots"] + outcome["laid_aside"] + outcome["rejected"] != closed:
        item.wrong(f"the numbers of ballots do not add up to the {closed} rows that were closed")
    item.unchecked(f"{outcome['ballots']} ballots that count, of {closed} that were cast, are too few to publish: box, opening "
                   "and count can only be checked in person")


def check_count(item, wijk):
    """4.7 The rule gives these winners, in this order and with these places, and this is left."""
    outcome, order = need(wijk.outcome, "outcome.json"), need(wijk.lot_order, "the lot")
    numbers = {"ballots": len(need(wijk.valid, "the opening")), "rejected": len(wijk.rejected),
               "laid_aside": sum(row["sealed"] is None for _, row in wijk.rows)}
    for name, number in numbers.items():
        if outcome[name] != number:
            item.wrong(f"outcome.json: {name} is {outcome[name]}, and the box gives {number}")
    counted = count(wijk.found.rules["settings"]["counting"], wijk.rules["budget"], wijk.candidates, wijk.ballots(), order)
    wijk.counted = counted
    shown = [(wijk.numbers.get(winner["proposal"]), winner["places"]) for winner in outcome["winners"]]
    text = ", ".join(f"number {number} ({places})" for number, places in counted.winners) or "nothing"
    if shown != counted.winners:
        item.wrong(f"outcome.json: winners are {shown} (number, places), and the rule gives {counted.winners}")
    if outcome["left"] != counted.left:
        item.wrong(f"outcome.json: {outcome['left']} cents are left, and the rule leaves {counted.left}")
    item.right = f"{text}; {counted.left} cents left"


def check_proof_file(item, wijk):
    """4.8 The proof is what every ballot paid, and holds by itself."""
    rule, order, ballots = wijk.found.rules["settings"]["counting"], need(wijk.lot_order, "the lot"), wijk.ballots()
    proof = record(wijk.pack.line(wijk.file("proof.json")), PROOF)
    check_proof(item, proof, rule, wijk.rules["budget"], wijk.candidates, ballots, order)
    counted = need(wijk.counted, "the count")
    if proof["bought"] != counted.bought or Fraction(proof["share"]) != counted.share:
        item.wrong(f"it proves {proof['bought']} at a share of {proof['share']}; the rule gives {counted.bought} at {counted.share}")
    item.right = f"C1 to C6 hold at a share of {proof['share']} cents"


def decimal(cents):
    """Money as files for machines hold it: `1250` or `1250.5`."""
    return f"{cents // 100}.{cents % 100:02}".rstrip("0").rstrip(".")


def check_pb(item, wijk):
    """election.pb has the projects, ballots and winners that were counted (not on the page)."""
    ballots, counted = wijk.ballots(), need(wijk.counted, "the count")
    wijk.pack.lines(wijk.file("election.pb"))
    sections, rows, title = {}, None, None
    for row in csv.reader(io.StringIO(wijk.pack.text(wijk.file("election.pb")), newline=""), delimiter=";", strict=True):
        if row and row[0] in ("META", "PROJECTS", "VOTES") and len(row) == 1 and row[0] not in sections:
            title, rows = row[0], sections.setdefault(row[0], [])
        elif rows is None or (rows and len(row) != len(rows[0])):
            raise Wrong(f"a row has not the columns of its part ({title}): {row}")
        else:
            rows.append(row)
    if list(sections) != ["META", "PROJECTS", "VOTES"] or not all(sections.values()):
        raise Wrong("has not the parts META, PROJECTS and VOTES")
    (head, *meta), (columns, *projects), (fields, *votes) = sections.values()
    if head != ["key", "value"] or len(set(columns)) != len(columns) or fields[:2] != ["voter_id", "vote"] or len(fields) > 2:
        raise Wrong("has other columns, or says more of voters than their vote")
    if len(dict(meta)) != len(meta):
        item.wrong("META has a key twice")
    meta, total = dict(meta), sum(ballots.values())
    for key, value in {"budget": decimal(wijk.rules["budget"]), "num_projects": str(len(wijk.candidates)),
                       "num_votes": str(total), "vote_type": "approval",
                       "max_length": str(wijk.found.rules["settings"]["max_choices"])}.items():
        if meta.get(key) != value:
            item.wrong(f"META: {key} is {meta.get(key)}, not {value}")
    if "lot:" in meta.get("comment", "") and f"lot:{wijk.outcome['lot']['seed']}" not in meta["comment"]:
        item.wrong("META: the comment has another lot than outcome.json")
    winners, tally = {number for number, _ in counted.winners}, Counter()
    for choices, times in ballots.items():
        tally.update(dict.fromkeys(choices, times))
    expected = {str(c["number"]): {"cost": decimal(c["cost_per_place"] * c["places"]), "votes": str(tally[c["number"]]),
                                   "name": c["title"], "selected": str(int(c["number"] in winners))}
                for c in wijk.rules["candidates"]}
    shown = [dict(zip(columns, row)) for row in projects]
    if Counter(row.get("project_id") for row in shown) != Counter(expected.keys()):
        raise Wrong("its projects are not those on the ballot, each once")
    for row in shown:
        for column, value in expected[row["project_id"]].items():
            if row.get(column) != value:
                item.wrong(f"project {row['project_id']}: {column} is {row.get(column)}, not {value}")
    chosen = Counter()
    for voter, vote in votes:
        choices = vote.split(",") if vote else []
        if len(set(choices)) != len(choices) or not set(choices) <= set(expected):
            item.wrong(f"voter {voter}: chose {vote}")
        else:
            chosen[frozenset(map(int, choices))] += 1
    if len({voter for voter, _ in votes}) != len(votes):
        item.wrong("a voter stands there twice")
    if chosen != ballots:
        lack, much = ([sorted(c) for c in (one - two)] for one, two in ((ballots, chosen), (chosen, ballots)))
        item.wrong(f"its votes are not the ballots that count: lacks {lack[:3]}, has too many {much[:3]}")
    item.right = f"{len(shown)} projects, {len(votes)} votes"


def check_files(item, wijk):
    """4.9 The files of the wijk are those that were counted."""
    prefix = wijk.folder + "/"
    files = sorted((name[len(prefix):], content) for name, content in wijk.pack.files.items() if name.startswith(prefix))
    digest = H("wijkbanen/files/v2", *(part for name, content in files for part in (name.encode(), content))).hex()
    event = wijk.found.last("box_counted", wijk.id)[1]
    if event["files"] != digest:
        item.wrong("their hash is not that in the last box_counted of the journal")
    numbers = {"valid": "ballots", "rejected": "rejected", "laid_aside": "laid_aside"}
    outcome = need(wijk.outcome, "outcome.json")
    for name, ours in numbers.items():
        if event[name] != outcome[ours]:
            item.wrong(f"{name} is {event[name]} in the journal and {outcome[ours]} in outcome.json")
    item.right = f"{len(files)} files, {digest}"


def folder_of(pack, rules):
    """The folder of a wijk: its id, or else its name in small letters and hyphens (which: not on the page)."""
    plain = unicodedata.normalize("NFKD", rules["name"]).encode("ascii", "ignore").decode().lower()
    names = [rules["wijk"], re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "-"]
    return next((name for name in names if any(file.startswith(name + "/") for file in pack.files)), names[0])


def check_wijk(report, wijk, allowed):
    """4. All of one wijk. Notes in `allowed` which files have a place."""
    def item(check, name):
        with report.item(f"{wijk.folder}/{name}") as one:
            check(one, wijk)
    rule = wijk.found.rules["settings"]["counting"]
    counted = [event["valid"] for _, event in wijk.found.of("box_counted", wijk.id)[-1:]]
    is_few = counted[0] < FEW if counted else wijk.file("box.jsonl") not in wijk.pack.files
    names = FEW_FILES if is_few else WIJK_FILES + ["proof.json"] * (rule["method"] == "equal_shares")
    item(check_seals, "seals")
    item(check_letters, "letters")
    if not is_few:
        item(check_cancelled, "cancelled")
        item(check_box, "box")
        item(check_opening, "opening")
    item(check_lot, "lot")
    item(check_money if is_few else check_count, "count")
    if "proof.json" in names:
        item(check_proof_file, "proof")
    if not is_few:
        item(check_pb, "election.pb")
    item(check_files, "files")
    allowed.update(map(wijk.file, names))


def check_wijken(item, found):
    """4. The wijken of the rules are those of the sheet; their folders are different."""
    rules, sheet = need(found.rules, "rules.json"), need(found.sheet, "sheet.json")
    ours, theirs = ([wijk["wijk"] for wijk in one["wijken"]] for one in (rules, sheet))
    for wijk in sorted({*ours} ^ {*theirs}):
        item.wrong(f"{wijk} is " + ("not in the sheet" if wijk in ours else "not in the rules"))
    if not item.faults and ours != theirs:
        item.wrong("they stand in another order in the sheet")
    if not ours:
        item.wrong("there is none")
    item.right = ", ".join(wijk["name"] for wijk in rules["wijken"])


def check_pack(item, found, allowed):
    """5. None is missing, none is there that has no place, none is there twice."""
    item.faults += [("wrong", fault) for fault in found.pack.faults]
    broken = {fault.split(": ")[0] for fault in found.pack.faults}
    for name in sorted(allowed - set(found.pack.files) - broken):
        item.wrong(f"{name}: is missing")
    for name in sorted(set(found.pack.files) - allowed):
        item.wrong(f"{name}: has no place in a pack")
    item.right = f"{len(found.pack.files)}"


def check_words(item, found):
    """5. words.txt is the list."""
    lines = found.pack.lines("words.txt")
    if hashlib.sha256(found.pack.bytes("words.txt")).hexdigest() != WORDS_HASH:
        item.wrong("is not the list of control words")
    if len(lines) != 2048:
        raise Wrong(f"has {len(lines)} words")
    found.words = lines
    item.right = "the list of 2,048"


def verify(pack, report, head=None, journal_key=None):
    """Checks everything and goes on after a fault."""
    found, allowed = Round(pack), set(ROUND_FILES)
    with report.item("journal") as item:
        check_journal(item, found, head, journal_key)
    with report.item("sheet") as item:
        read_sheet(found)
        check_sheet(item, found)
    with report.item("journal end") as item:
        need(found.id, "the round's id in sheet.json")
        check_end(item, found)
    with report.item("rules") as item:
        check_rules(item, found)
    with report.item("two people") as item:
        need(found.id, "the round's id in sheet.json")
        check_two_people(item, found)
    with report.item("dates") as item:
        check_dates(item, found)
    with report.item("words") as item:
        check_words(item, found)
    with report.item("wijken") as item:
        check_wijken(item, found)
    for rules in found.rules["wijken"] if found.rules else []:
        wijk = Wijk(found, rules, folder_of(pack, rules))
        wijk.sheet = next((w for w in (found.sheet or {"wijken": []})["wijken"] if w["wijk"] == wijk.id), None)
        check_wijk(report, wijk, allowed)
    with report.item("files of the pack") as item:
        check_pack(item, found, allowed)


def main(arguments=None, out=None):
    out = out or sys.stdout
    if hasattr(out, "reconfigure"):
        out.reconfigure(errors="backslashreplace")
    options = argparse.ArgumentParser(description="Checks the pack of a round of Wijkbanen.")
    options.add_argument("pack", metavar="PACK", help="the zip")
    options.add_argument("--head", metavar="HEX", help="a hash of the journal that you wrote down")
    options.add_argument("--journal-key", metavar="HEX", help="the key of the journal that you wrote down")
    chosen = options.parse_args(arguments)
    try:
        pack = Pack(chosen.pack)
    except Exception as error:  # no file, no zip, or one that zipfile cannot begin with
        print(f"no pack  {clean(chosen.pack)}: {clean(error)}", file=out)
        return 2
    report = Report(out)
    verify(pack, report, chosen.head and chosen.head.lower(), chosen.journal_key and chosen.journal_key.lower())
    if report.wrongs or report.uncheckeds:
        print(f"NOT all right: {report.wrongs} wrong, {report.uncheckeds} could not be checked", file=out)
        return 1
    print("all right", file=out)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        sys.exit(1)
