#!/usr/bin/env python3
"""Tests of verify.py with packs made here: python3 -m unittest test_verify.py

The builder makes a round of two wijken from scratch, then one thing is changed, and verify must name it. It was written
with verify.py and shares its hashes, so it shows that faults are found, not that the page was understood.
"""

import hashlib
import io
import json
import os
import random
import tempfile
import time
import unittest
import uuid
import warnings
import zipfile
from collections import Counter
from fractions import Fraction

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import verify
from verify import H, framed, raw

WORDS = [f"woord{n:04}" for n in range(2048)]
verify.WORDS_HASH = hashlib.sha256("".join(w + "\n" for w in WORDS).encode()).hexdigest()
BASE = {"ties": "cost-votes-order", "min_share": 0, "hopeless": "set-aside", "blank": "turnout"}


def by_votes(order="skip", per_euro=False, **more):
    return {"version": 1, "method": "by_votes", "utility": "cost", "per_euro": per_euro, "order": order, **BASE, **more}


def equal_shares(completion="add1u", utility="cost", start="exact", stop="exhaustive", comparison="none", **more):
    return {"version": 1, "method": "equal_shares", "utility": utility, "start": start, "completion": completion,
            "stop": stop, "step": 50, "comparison": comparison, **BASE, **more}


RULES = [by_votes(), by_votes("stop"), by_votes("divisible"), by_votes("partial"), by_votes(per_euro=True),
         *(equal_shares(completion, utility) for completion in ("none", "add1", "add1u", {"increase": 100})
           for utility in ("cost", "cardinality")), equal_shares(start="floor", stop="overspend", comparison="satisfaction"),
         equal_shares("add1", stop="exhaustive-all", comparison="exclusion-ratio", min_share=100),
         {"version": 1, "method": "phragmen", **BASE}]


def dumps(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def lines(values):
    return "".join((v if type(v) is str else dumps(v)) + "\n" for v in values)


class Sample:
    """A round; `files` is its pack, `edit` changes one file and, on request, what hashes it."""

    def __init__(self, rule, seed=1):
        self.rnd, self.files, self.events, self.actors = random.Random(seed), {}, [], {}
        self.round, self.rule = self.uuid(), rule
        self.journal_key, self.box = Ed25519PrivateKey.from_private_bytes(self.bytes()), self.bytes()
        self.box_public = verify.public_half(self.box)
        self.wijken = [self.wijk("De Turfhoek", 26, True), self.wijk("’t Zand", 4, False)]
        self.pack()

    def bytes(self, size=32):
        return self.rnd.randbytes(size)

    def uuid(self):
        return str(uuid.UUID(bytes=self.bytes(16), version=4))

    def wijk(self, name, voters, with_rejected):
        """Letters, seals and rows: of the first wijk one rejected for each reason and two cancelled letters."""
        promised = self.bytes()
        wijk = {"id": self.uuid(), "name": name, "promised": promised, "keys": [], "letters": [], "cancelled": [], "rows": [],
                "rejected": {}, "lost": [], "candidates": [
                    {"proposal": self.uuid(), "number": number, "title": f"Baan “{number}”; met \"tekens\"",
                     "cost_per_place": cost, "places": places}
                    for number, cost, places in ((1, 900_000, 1), (2, 500_000, 3), (4, 900_000, 1), (7, 1_200_050, 1))]}
        ids = raw(self.round), raw(wijk["id"])
        wijk["keys"] = [Ed25519PrivateKey.from_private_bytes(self.bytes()) for _ in range(voters + 9)]
        publics = [key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw) for key in wijk["keys"]]
        salts = [self.bytes() for _ in publics]
        for number, (public, salt) in enumerate(zip(publics, salts), 1):
            kind = "reserve" if number % 9 == 0 else "letter"
            wijk["letters"].append({"number": number, "kind": kind, "commitment": H(
                "wijkbanen/letter/v2", *ids, number, kind.encode(), public, salt).hex()})
        wijk["seals"] = sorted(public.hex() for public in publics)
        for at in range(voters):
            chosen = self.rnd.sample(wijk["candidates"], self.rnd.randint(1, 3))
            wijk["rows"].append(self.row(ids, wijk["keys"][at], [raw(c["proposal"]) for c in chosen]))
        if with_rejected:
            self.spoil(wijk, ids, voters)
        spare = [one["number"] for one in wijk["letters"] if one["kind"] != "letter"]
        wijk["issued"] = [number for number in spare if number <= voters]
        wijk["lost"] = [1, voters + 9][:len(wijk["issued"])]
        aside = sorted(wijk["lost"] + [number for number in spare if number > voters and number not in wijk["lost"]])
        wijk["cancelled"] = [{"number": n, "seal": publics[n - 1].hex(), "salt": salts[n - 1].hex()} for n in aside]
        for row in wijk["rows"]:
            if row["seal"] in [one["seal"] for one in wijk["cancelled"]]:
                row["sealed"] = None
        wijk["rows"].sort(key=lambda row: (row["seal"], row["commitment"]))
        return wijk

    def row(self, ids, key, choices, commitment=None, content=None, padding=300):
        words = b"".join(self.rnd.randrange(2048).to_bytes(2, "big") for _ in range(3))
        salt = self.bytes()
        fields = b"".join(sorted(choices)), words, salt
        if content is None:
            content = b"".join(len(f).to_bytes(8, "big") + f for f in fields)
        sender = X25519PrivateKey.from_private_bytes(self.bytes())
        public = sender.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        secret = sender.exchange(X25519PublicKey.from_public_bytes(self.box_public))
        derived = HKDF(SHA256(), 32, public + self.box_public, b"wijkbanen/envelope/v2").derive(secret)
        padded = (len(content).to_bytes(8, "big") + content).ljust(padding, b"\0")
        sealed = public + ChaCha20Poly1305(derived).encrypt(bytes(12), padded, None)
        commitment = commitment or H("wijkbanen/ballot/v2", *ids, *fields)
        envelope = H("wijkbanen/envelope/v2", sealed)
        signature = key.sign(framed("wijkbanen/vote/v2", *ids, commitment, envelope))
        seal = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return {"seal": seal.hex(), "commitment": commitment.hex(), "envelope": envelope.hex(), "signature": signature.hex(),
                "sealed": sealed.hex()}

    def spoil(self, wijk, ids, at):
        choices = [[raw(c["proposal"])] for c in wijk["candidates"]]
        key = iter(wijk["keys"][at:])
        rows = {"foreign_seal": [self.row(ids, Ed25519PrivateKey.from_private_bytes(self.bytes()), choices[0])],
                "unreadable": [self.row(ids, next(key), choices[0], content=b"\0" * 8),
                               self.row(ids, next(key), choices[0], content=framed("x" * 32, b"abcdef", bytes(32)))],
                "commitment_differs": [self.row(ids, next(key), choices[0], commitment=bytes(32))],
                "invalid_choices": [self.row(ids, next(key), [bytes(16)]), self.row(ids, next(key), sum(choices, [])),
                                    self.row(ids, next(key), [])]}
        twice = next(key)
        rows["repeated_seal"] = [self.row(ids, twice, choices[0]), self.row(ids, twice, choices[1])]
        bad = self.row(ids, next(key), choices[0])
        bad["signature"] = bad["signature"][:-2] + "00"
        rows["bad_signature"] = [bad]
        for why, spoilt in rows.items():
            wijk["rows"] += spoilt
            wijk["rejected"].update((row["seal"], why) for row in spoilt)

    @staticmethod
    def spare(wijk):
        kinds = Counter(one["kind"] for one in wijk["letters"])
        return {"reserve": kinds["reserve"], "paper": kinds["paper"]}

    def codes(self, wijk):
        spare = self.spare(wijk)
        return {"letters": len(wijk["letters"]) - sum(spare.values()), "spare": spare}

    def event(self, event, **fields):
        self.events.append({"event": event, "round": self.round, **fields})

    def agree(self, act, wijk=None):
        """One asks, another agrees; the deed is the next event."""
        request = self.uuid()
        for event in ("act_asked", "act_agreed"):
            self.event(event, request=request, act=act, wijk=wijk)

    @staticmethod
    def actor(event):
        kind = event["event"] if type(event) is dict else ""
        if kind == "act_asked":
            return "smederij 0123456789"
        return "clerk abcdef0123" if kind == "act_agreed" or kind in verify.DEEDS else "clock"

    def head(self, wijk):
        return H("wijkbanen/head/v2", len(wijk["rows"]), *(raw(row[name]) for row in wijk["rows"] for name in (
            "seal", "commitment", "envelope", "signature")))

    def pack(self):
        self.rules = {"round": self.round, "title": "Ronde “één”", "settings": {
            "cap": 1_700_000, "cost_basis": "all_in", "max_choices": 3, "min_age": 14, "schedule": {"voting": 5, "closed": 9},
            "counting": self.rule, "cards": {"needed": 2, "total": 3}, "trial": False}, "checklist": "ab" * 32, "wijken": [
                {"wijk": wijk["id"], "name": wijk["name"], "budget": 3_000_000, "eligible": 40, "spare": self.spare(wijk),
                 "candidates": wijk["candidates"], "lot_commitment": H("wijkbanen/lot-seed/v1", wijk["promised"]).hex()}
                for wijk in self.wijken]}
        rules = dumps(self.rules)
        listed = [(w, H("wijkbanen/seals/v2", *map(raw, w["seals"])).hex(),
                   H("wijkbanen/letters/v2", *(part for one in w["letters"] for part in (
                       one["kind"].encode(), raw(one["commitment"])))).hex()) for w in self.wijken]
        self.sheet = {"round": self.round, "rules": hashlib.sha256(rules.encode()).hexdigest(),
                      "box_key": self.box_public.hex(), "link_key": "cd" * 32, "settings": self.rules["settings"],
                      "wijken": [{"wijk": w["id"], **self.codes(w), "seals": seals, "letter_list": letters}
                                 for w, seals, letters in listed]}
        self.event("rules_frozen", rules=self.sheet["rules"])
        self.event("box_key_made", key=self.sheet["box_key"], needed=2, total=3, holders=["Griffie", "Buurthuis", "Archief"])
        for wijk in self.wijken:
            self.agree("make_letters", wijk["id"])
            self.event("codes_issued", wijk=wijk["id"], **self.codes(wijk), list="ef" * 32)
        self.event("sheet_made", sheet=hashlib.sha256(dumps(self.sheet).encode()).hexdigest())
        for wijk, seals, _ in listed:
            self.event("seals_fixed", wijk=wijk["id"], **self.codes(wijk), seal_list=seals)
        for wijk in self.wijken:
            for lost, issued in zip(wijk["lost"], wijk["issued"], strict=True):
                self.agree("cancel_letter", wijk["id"])
                self.event("letter_cancelled", wijk=wijk["id"], number=lost)
                self.event("envelope_issued", wijk=wijk["id"], number=issued)
        for wijk in self.wijken:
            self.event("box_closed", wijk=wijk["id"], ballots=len(wijk["rows"]), head=self.head(wijk).hex(),
                       cancelled=wijk["lost"], unissued=[one["number"] for one in wijk["cancelled"] if one["number"] not in wijk["lost"]])
        self.agree("count_votes")
        for wijk in self.wijken:
            self.count(wijk)
        self.event("round_stepped", step="count", **{"from": "closed"}, to="counted", reason="")
        self.files.update({"LEESMIJ.md": "Lees mij\n", "README.md": "Read me\n", "words.txt": lines(WORDS), "rules.json": rules,
                           "sheet.json": dumps(self.sheet), "box_key.txt": self.box.hex() + "\n", "journal_key.txt":
                           self.journal_key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex() + "\n"})
        self.sign()

    def sign(self):
        """The journal of the events."""
        previous, entries = bytes(32), []
        for number, event in enumerate(self.events, 1):
            text = event if type(event) is str else dumps(event)
            actor = self.actors.get(number) or self.actor(event)
            digest = H("wijkbanen/journal/v2", number, (-number).to_bytes(8, "big", signed=True), actor.encode(), text.encode(),
                       previous)
            entries.append({"number": number, "at": -number, "actor": actor, "event": text, "previous": previous.hex(),
                            "hash": digest.hex(), "signature": self.journal_key.sign(
                                framed("wijkbanen/journal-entry/v2", digest)).hex()})
            previous = digest
        self.files["journal.jsonl"] = lines(entries)

    def count(self, wijk):
        seed = H("wijkbanen/lot-of-box/v2", wijk["promised"], self.head(wijk))
        candidates = {c["number"]: (c["cost_per_place"], c["places"]) for c in wijk["candidates"]}
        numbers = {raw(c["proposal"]): c["number"] for c in wijk["candidates"]}
        order = sorted(candidates, key=lambda n: H("wijkbanen/lot/v2", seed, str(n).encode()))
        ballots, shown, rejected = Counter(), [], []
        for row in wijk["rows"]:
            if row["sealed"] is None:
                continue
            if row["seal"] in wijk["rejected"]:
                rejected.append({"seal": row["seal"], "why": wijk["rejected"][row["seal"]]})
                continue
            choices, words, salt = verify.ballot_in(verify.content_of(raw(row["sealed"]), self.box))
            ids = [choices[at:at + 16] for at in range(0, len(choices), 16)]
            ballots[frozenset(numbers[i] for i in ids)] += 1
            shown.append((verify.indexes(words), row["seal"], {
                "words": " ".join(WORDS[n] for n in verify.indexes(words)), "choices": [str(uuid.UUID(bytes=i)) for i in ids],
                "seal": row["seal"], "salt": salt.hex()}))
        counted = verify.count(self.rule, 3_000_000, candidates, ballots, order)
        laid_aside = sum(row["sealed"] is None for row in wijk["rows"])
        proposal = {c["number"]: c["proposal"] for c in wijk["candidates"]}
        files = {"seals.txt": lines(wijk["seals"]), "letters.jsonl": lines(wijk["letters"]), "outcome.json": dumps({
            "winners": [{"proposal": proposal[number], "places": places} for number, places in counted.winners],
            "left": counted.left, "lot": {"promised": wijk["promised"].hex(), "seed": seed.hex(), "order": [proposal[n] for n in order]},
            "ballots": len(shown), "laid_aside": laid_aside, "rejected": len(rejected)}) + "\n"}
        if len(shown) >= 10:
            files.update({"cancelled.jsonl": lines(wijk["cancelled"]), "box.jsonl": lines(wijk["rows"]),
                          "ballots.jsonl": lines(one for _, _, one in sorted(shown, key=lambda one: one[:2])),
                          "rejected.jsonl": lines(rejected), "election.pb": self.pb(wijk, ballots, counted, seed)})
            if self.rule["method"] == "equal_shares":
                files["proof.json"] = dumps(self.proof(ballots, counted, candidates)) + "\n"
        digest = self.digest(files)
        self.event("box_counted", wijk=wijk["id"], valid=len(shown), rejected=len(rejected), laid_aside=laid_aside, files=digest)
        self.files.update((f"{wijk['id']}/{name}", content) for name, content in files.items())

    @staticmethod
    def digest(files):
        return H("wijkbanen/files/v2", *(part.encode() for item in sorted(files.items()) for part in item)).hex()

    def proof(self, ballots, counted, candidates):
        shown = [[counted.share, choices, {}, times] for choices, times in ballots.items()]
        for number, rate in zip(counted.bought, counted.rates):
            per_place, places = candidates[number]
            utility = per_place * places if self.rule["utility"] == "cost" else 1
            for one in shown:
                if number in one[1]:
                    one[2][number] = min(one[0], rate * utility)
                    one[0] -= one[2][number]
        return {"share": str(counted.share), "bought": counted.bought, "rates": list(map(str, counted.rates)), "ballots": [
            {"choices": sorted(choices), "voters": times, "paid": {str(n): str(paid[n]) for n in sorted(paid) if paid[n]}}
            for _, choices, paid, times in shown]}

    def pb(self, wijk, ballots, counted, seed):
        winners = {number for number, _ in counted.winners}
        quoted = {c["number"]: '"' + c["title"].replace('"', '""') + '"' for c in wijk["candidates"]}
        votes = [choices for choices, times in ballots.items() for _ in range(times)]
        return lines(["META", "key;value", "description;x", "budget;30000", "vote_type;approval", "num_projects;4",
                      f"num_votes;{len(votes)}", "max_length;3", f"comment;#1: … --ties lot:{seed.hex()}", "PROJECTS",
                      "project_id;cost;votes;name;selected"]
                     + [f"{c['number']};{verify.decimal(c['cost_per_place'] * c['places'])};"
                        f"{sum(c['number'] in v for v in votes)};{quoted[c['number']]};{int(c['number'] in winners)}"
                        for c in wijk["candidates"]]
                     + ["VOTES", "voter_id;vote"] + [f"{n};{','.join(map(str, sorted(v)))}" for n, v in enumerate(votes, 1)])

    def recount(self, wijk):
        """After a dishonest server changed a file of a wijk before it signed: the hash of the files is right again."""
        prefix = wijk["id"] + "/"
        files = {name[len(prefix):]: text for name, text in self.files.items() if name.startswith(prefix)}
        for event in self.events:
            if event["event"] == "box_counted" and event["wijk"] == wijk["id"]:
                event["files"] = self.digest(files)
        self.sign()


def zipped(files, more=()):
    held = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        warnings.simplefilter("ignore")
        for name, text in [*files.items(), *more]:
            archive.writestr(name, text)
    return held.getvalue()


def run(content, *arguments):
    """(exit code, what was printed)."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "pack.zip")
        with open(path, "wb") as file:
            file.write(content)
        out = io.StringIO()
        return verify.main([path, *arguments], out), out.getvalue()


class Case(unittest.TestCase):
    def setUp(self):
        self.sample = Sample(equal_shares())
        self.wijk, self.small = self.sample.wijken
        self.folder = self.wijk["id"]

    def name(self, file):
        return file if file in self.sample.files else f"{self.folder}/{file}"

    def names(self, *parts, arguments=(), content=None):
        """Verify finds it, names each part in one line that says `wrong`, and does not say that all is right."""
        code, text = run(content or zipped(self.sample.files), *arguments)
        self.assertEqual(code, 1, text)
        self.assertTrue(text.splitlines()[-1].startswith("NOT all right: "), text)
        self.assertNotRegex(text, r"cannot be read \((Attribute|Index|Key|Type|Value|Zero)")
        found = any(line.startswith("wrong") and all(part in line for part in parts) for line in text.splitlines())
        self.assertTrue(found, f"{parts} not named in\n{text}")
        return text

    def change(self, file, old, new, times=1):
        text = self.sample.files[self.name(file)]
        self.assertIn(old, text)
        self.sample.files[self.name(file)] = text.replace(old, new, times)

    def lines(self, file):
        return self.sample.files[self.name(file)].splitlines()

    def put(self, file, values):
        self.sample.files[self.name(file)] = lines(values)


class Right(Case):
    def test_every_rule_counts_to_a_right_pack(self):
        for rule in RULES:
            with self.subTest(rule=rule):
                sample = Sample(rule)
                sample.small = sample.wijken[1]
                code, text = run(zipped(sample.files))
                few = [line for line in text.splitlines() if not line.startswith("right")]
                self.assertEqual(len(few), 2, text)
                self.assertIn("too few to publish", few[0])
                self.assertEqual((code, few[1]), (1, "NOT all right: 0 wrong, 1 could not be checked"))

    def test_without_a_small_wijk_all_is_right(self):
        sample = Sample.__new__(Sample)
        wijk = Sample.wijk
        Sample.wijk = lambda self, name, voters, spoilt: wijk(self, name, 20, spoilt)
        try:
            sample.__init__(equal_shares("add1"))
        finally:
            Sample.wijk = wijk
        head = json.loads(sample.files["journal.jsonl"].splitlines()[3])["hash"]
        code, text = run(zipped(sample.files), "--head", head, "--journal-key", sample.files["journal_key.txt"].strip())
        self.assertEqual((code, text.splitlines()[-1]), (0, "all right"), text)
        self.assertIn("3 invalid_choices", text)

    def test_no_pack_is_exit_code_2(self):
        self.assertEqual(verify.main(["/nonexistent/pack.zip"], io.StringIO()), 2)
        self.assertEqual(run(b"no zip")[0], 2)
        self.assertEqual(run(zipped(self.sample.files)[:-300])[0], 2)
        self.assertEqual(run(zipped({}))[0], 1)


class Journal(Case):
    def test_each_field_of_an_entry_is_bound(self):
        at = 3
        for field, new, part in (("number", 9, "its number"), ("at", 0, "hash"), ("actor", "x", "hash"),
                                 ("event", '{"event":"x"}', "hash"), ("previous", "00" * 32, "follow"),
                                 ("hash", "00" * 32, "hash"), ("signature", "00" * 64, "signed")):
            self.setUp()
            entries = [json.loads(line) for line in self.lines("journal.jsonl")]
            entries[at][field] = new
            self.put("journal.jsonl", entries)
            self.names("journal: ", f"line {at + 1}", part)

    def test_entries_dropped_doubled_swapped(self):
        entries = self.lines("journal.jsonl")
        for changed, part in ((entries[:2] + entries[3:], "line 3"), (entries[:3] + entries[2:], "line 4"),
                              (entries[1::-1] + entries[2:], "line 1"), ([], "no entry")):
            self.put("journal.jsonl", changed)
            self.names("journal: ", part)
        self.put("journal.jsonl", entries[:-1])
        self.names("journal end: ", "was counted")

    def test_a_journal_that_goes_on(self):
        self.sample.event("council_decided")
        self.sample.sign()
        self.names("journal end: ", "ends with entry")

    def test_head_and_key_that_were_written_down(self):
        self.names("journal: ", "head", arguments=("--head", "ab" * 32))
        self.names("journal: ", "the one that was given", arguments=("--journal-key", "ab" * 32))
        self.names("journal: ", "head", arguments=("--head", ""))

    def test_another_key_and_a_key_of_small_order(self):
        for key in ("ab" * 32, "01" + "00" * 31, "00" * 32):
            self.sample.files["journal_key.txt"] = key + "\n"
            self.names("journal: ", "line 1", "not signed")

    def test_events_that_are_no_json_or_lack_fields(self):
        for event, part in (('{"event":"x","event":"x"}', "twice"), ("{", "no JSON"), ("[1.5]", "whole"),
                            ('{"event":"box_closed","round":"x"}', "wijk"), ("NaN", "whole")):
            self.setUp()
            self.sample.events.insert(1, event)
            self.sample.sign()
            self.names("journal: ", "line 2", part)

    def test_a_fact_that_is_said_twice(self):
        for kind, item in (("seals_fixed", "seals"), ("box_closed", "box")):
            self.setUp()
            at = next(n for n, event in enumerate(self.sample.events) if event["event"] == kind)
            self.sample.events.insert(at, dict(self.sample.events[at]))
            self.sample.sign()
            self.names(f"/{item}: ", f"more than one {kind}")

    def test_the_order_of_events(self):
        events = self.sample.events
        for kind, item, part in (("sheet_made", "sheet: ", "after"), ("letter_cancelled", "/cancelled: ", "before")):
            self.setUp()
            events = self.sample.events
            at = next(n for n, event in enumerate(events) if event["event"] == kind)
            events.insert(len(events) - 1, events.pop(at))
            self.sample.sign()
            self.names(item, part)


class Whole(Case):
    def place(self, kind, act=None):
        """Where the first event of this kind stands, counted from 0."""
        return next(n for n, event in enumerate(self.sample.events)
                    if event["event"] == kind and (act is None or event["act"] == act))

    def test_what_one_person_did_alone(self):
        acts = {"make_letters": "codes_issued", "cancel_letter": "letter_cancelled", "count_votes": "box_counted"}
        for act, deed in acts.items():
            for who in ("smederij 0123456789", "clerk 0123456789", "clock", "mayor abcdef0123", "clerk abcdef012"):
                self.setUp()
                at = self.place("act_agreed", act) + 1
                self.sample.actors.update((at + n, who) for n in range(4))
                self.sample.sign()
                self.names("two people: ", f"entry {at}: was not asked for by one")
            for gone in ("act_asked", "act_agreed"):
                self.setUp()
                del self.sample.events[self.place(gone, act)]
                at = self.place(deed) + 1
                self.sample.sign()
                self.names("two people: ", f"entry {at}: {deed} was not agreed to")
            self.setUp()
            at = self.place("act_agreed", act)
            self.sample.events.insert(at, {**self.sample.events[at], "event": "act_withdrawn"})
            self.sample.sign()
            self.names("two people: ", f"entry {at + 2}: was not asked for by one")
            self.setUp()
            at = self.place(deed)
            self.sample.events.insert(at, {"event": "demo_loaded"})
            self.sample.sign()
            self.names("two people: ", f"entry {at + 2}: {deed} was not agreed to")
        self.setUp()
        self.sample.events = [one for one in self.sample.events if one["event"] != "codes_issued"]
        self.sample.sign()
        self.names("two people: ", "no codes_issued of wijk")

    def moved(self, schedule, before="box_closed", keep_sheet=False):
        """The dates are moved in the journal before this event; while a round votes, the sheet has them too."""
        sample = self.sample
        at = next(n for n, event in enumerate(sample.events) if event["event"] == before)
        voting = any(event["event"] == "sheet_made" for event in sample.events[:at])
        if not keep_sheet:
            sample.sheet = {**sample.sheet, "settings": {**sample.sheet["settings"], "schedule": schedule}}
            sample.files["sheet.json"] = dumps(sample.sheet)
        digest = hashlib.sha256(sample.files["sheet.json"].encode()).hexdigest()
        if not voting:
            next(event for event in sample.events if event["event"] == "sheet_made")["sheet"] = digest
        sample.events.insert(at, {"event": "dates_moved", "round": sample.round, "schedule": schedule,
                                  "sheet": digest if voting else None, "reason": "De post staakt."})
        sample.sign()

    def test_dates_that_were_moved(self):
        for before in ("sheet_made", "box_closed"):
            self.setUp()
            self.moved({"voting": 6, "closed": 12}, before)
            _, text = run(zipped(self.sample.files))
            self.assertFalse([line for line in text.splitlines() if line.startswith("wrong")], text)
        self.setUp()
        self.moved({"voting": 5, "closed": 8})
        self.names("dates: ", "earlier")
        self.setUp()
        self.moved({"voting": 5, "closed": 12}, keep_sheet=True)
        self.names("dates: ", "neither")
        self.setUp()
        self.moved({"voting": 5, "closed": 12}, "box_counted", keep_sheet=True)
        self.names("dates: ", "after a box was closed")

    def test_dates_that_differ_without_an_entry(self):
        self.moved({"voting": 5, "closed": 12}, "sheet_made")
        self.sample.events = [event for event in self.sample.events if event["event"] != "dates_moved"]
        self.sample.sign()
        self.names("dates: ", "neither")

    def test_rules_sheet_words_and_keys(self):
        for file, old, new, item, part in (
                ("rules.json", '"eligible":40', '"eligible":41', "rules: ", "frozen"),
                ("rules.json", '"eligible":40', '"eligible":40.0', "rules: ", "whole number"),
                ("rules.json", '"eligible":40', '"eligible":-1', "rules: ", "eligible"),
                ("rules.json", '"eligible":40', '"eligible":true', "rules: ", "eligible"),
                ("rules.json", '"eligible":40', '"eligible":40,"eligible":40', "rules: ", "twice"),
                ("rules.json", '"eligible":40', '"eligible": 40', "rules: ", "canonical"),
                ("rules.json", '"version":1', '"version":2', "rules: ", "version"),
                ("rules.json", '"skip"' if '"skip"' in self.sample.files["rules.json"] else '"exact"', '"x"', "rules: ", ""),
                ("sheet.json", '"voting":5', '"voting":6', "sheet: ", "hash"),
                ("sheet.json", '"link_key":"cd', '"link_key":"CD', "sheet: ", "link_key"),
                ("sheet.json", "}", "} ", "sheet: ", "canonical"),
                ("words.txt", "woord0001", "woord1", "words: ", "list"),
                ("box_key.txt", self.sample.box.hex(), "ab" * 32, "sheet: ", "public half"),
                ("box_key.txt", "\n", "", "sheet: ", "no end"),
                ("journal_key.txt", "\n", "\n\n", "journal: ", "not one")):
            with self.subTest(file=file, new=new):
                self.setUp()
                self.change(file, old, new)
                self.names(item, part)

    def test_a_wijk_more_or_less(self):
        for more in (True, False):
            self.setUp()
            wijken = self.sample.sheet["wijken"]
            self.sample.sheet["wijken"] = wijken + [{**wijken[0], "wijk": "0" * 8 + wijken[0]["wijk"][8:]}] if more else wijken[:1]
            self.sample.files["sheet.json"] = dumps(self.sample.sheet)
            self.names("wijken: ", "not in the rules" if more else "not in the sheet")

    def test_files_missing_unknown_doubled_or_badly_named(self):
        for name in list(self.sample.files):
            self.setUp()
            text = self.sample.files.pop(self.name(name) if name in self.sample.files else next(
                n for n in self.sample.files if n.split("/")[-1] == name.split("/")[-1]))
            self.names("files of the pack: ", name.split("/")[-1], "missing")
            self.setUp()
            name = next(n for n in self.sample.files if n.split("/")[-1] == name.split("/")[-1])
            self.names("files of the pack: ", name, "2 times", content=zipped(self.sample.files, [(name, text)]))
        self.setUp()
        for name in ("notes.txt", f"{self.folder}/x", "elsewhere/seals.txt", f"{self.small['id']}/box.jsonl", "/README.md",
                     "../README.md", "a/../README.md", f"{self.folder}/", "C:README.md", "README.md\x1b[2K\rall right"):
            text = self.names("files of the pack: ", content=zipped(self.sample.files, [(name, "x")]))
            self.assertNotIn("\x1b", text)

    def test_a_file_that_cannot_be_read(self):
        for broken, part in ((b"\xff", "UTF-8"), ("\n\n", ""), ("null\n", ""), ("[" * 100_000, ""), ("{}", ""), ("1" * 5000, ""),
                             ('{"a":"\\ud800"}\n', ""), ("", "")):
            for name in list(self.sample.files):
                if name.endswith(".md"):
                    continue
                self.setUp()
                name = next(n for n in self.sample.files if n.split("/")[-1] == name.split("/")[-1])
                self.sample.files[name] = broken
                code, text = run(zipped(self.sample.files))
                self.assertEqual(code, 1)
                self.assertIn("\nwrong  ", "\n" + text)

    def test_a_broken_zip(self):
        content = bytearray(zipped(self.sample.files))
        at = content.index(b"words.txt") + 200
        content[at] ^= 0xff
        self.names("files of the pack: ", "words.txt", "cannot be read", content=bytes(content))
        whole = zipped(self.sample.files)
        for changed in (b"junk" + whole, whole + b"junk", whole[:-2] + b"\4\0junk"):
            self.names("files of the pack: ", "belong to none", content=changed)
        limit, verify.MAX_FILE = verify.MAX_FILE, 20_000
        try:
            self.names("files of the pack: ", "words.txt", "larger")
        finally:
            verify.MAX_FILE = limit

    def test_no_damage_makes_a_traceback_or_a_right_pack(self):
        rnd, whole = random.Random(7), zipped(self.sample.files)
        for _ in range(60):
            content = bytearray(whole)
            for _ in range(rnd.choice((1, 3, 40))):
                content[rnd.randrange(len(content))] = rnd.randrange(256)
            code, text = run(bytes(content))
            self.assertIn(code, (1, 2), text)


class Wijken(Case):
    """Each value of each file of a wijk. A dishonest server makes the hash of the files right again (`recount`)."""

    def both(self, item, *parts):
        """The file named by its own item, also when the hash of the files is right, and by `files` when it is not."""
        self.names(f"{self.folder}/files: ", "hash")
        self.sample.recount(self.wijk)
        text = self.names(f"{self.folder}/{item}: ", *parts)
        if parts[0] not in ("ballots", "rejected", "laid_aside"):  # these numbers are in the journal too
            self.assertIn(f"right  {self.folder}/files", text)

    def test_seals(self):
        seals = self.wijk["seals"]
        for changed, parts in ((seals[1:], ["number"]), (seals[:1] + seals, ["line 2", "twice"]),
                               (seals[1::-1] + seals[2:], ["line 2", "order"]), (["00" * 32] + seals, ["number"]),
                               (["00" * 32] + seals[1:], ["hash"]), ([seals[0].upper()] + seals[1:], ["line 1"]),
                               (seals + ["ff" * 31 + f"{n:02}" for n in range(10, 20)], ["number"])):
            self.setUp()
            self.put("seals.txt", changed)
            self.both("seals", *parts)

    def test_letters(self):
        letters = self.wijk["letters"]
        for changed, parts in ((letters[:-1], ["for"]), (letters + letters[-1:], ["line 36"]),
                               (letters[1::-1] + letters[2:], ["line 1"]),
                               ([{**letters[0], "commitment": "00" * 32}] + letters[1:], ["hash"]),
                               ([{**letters[0], "kind": "paper"}] + letters[1:], ["hash"]),
                               ([{**letters[0], "kind": "reserve"}] + letters[1:], ["nobody got"]),
                               ([{**letters[0], "kind": "x"}] + letters[1:], ["line 1", "kind"])):
            self.setUp()
            self.put("letters.jsonl", changed)
            self.both("letters", *parts)

    def test_codes_that_the_rules_do_not_have(self):
        for change, parts in ((("sheet.json", '"letters":32', '"letters":31'), ["numbers of letters"]),
                              (("sheet.json", '"reserve":3', '"reserve":2'), ["other envelopes"]),
                              (("rules.json", '"paper":0', '"paper":1'), ["other envelopes"])):
            self.setUp()
            self.change(*change)
            self.names(f"{self.folder}/letters: ", *parts)
        self.setUp()
        self.sample.events = [one for one in self.sample.events if one["event"] != "envelope_issued"]
        self.sample.sign()
        self.names(f"{self.folder}/letters: ", "nobody got the numbers [9, 18, 27]")

    def test_cancelled(self):
        one, left, two = self.wijk["cancelled"]
        self.assertEqual(left["number"], 27, "an envelope that nobody got")
        for changed, parts in (([one, two], ["journal"]), ([one, left], ["journal"]), ([two, left, one], ["sorted"]), ([one, one, left, two], ["twice"]),
                               ([{**one, "salt": "00" * 32}, left, two], ["line 1", "commitment"]),
                               ([{**one, "seal": two["seal"]}, left, two], ["line 1", "commitment"]),
                               ([one, left, {**two, "number": 99}], ["no letter 99"]), ([{**one, "seal": "00" * 32}, left, two], ["not on"])):
            self.setUp()
            self.put("cancelled.jsonl", changed)
            self.both("cancelled", *parts)

    def test_box(self):
        for field, new in (("seal", "00" * 32), ("commitment", "00" * 32), ("envelope", "00" * 32), ("signature", "00" * 64),
                           ("sealed", "00" * 64), ("sealed", None)):
            self.setUp()
            rows = [json.loads(line) for line in self.lines("box.jsonl")]
            at = next(n for n, row in enumerate(rows) if row["sealed"] and n)
            rows[at][field] = new
            self.put("box.jsonl", rows)
            self.both("box", f"line {at + 1}" if field in ("seal", "envelope", "sealed") else "head")
        for change, part in ((lambda rows: rows[1:], "rows"), (lambda rows: rows[:1] + rows, "rows"),
                             (lambda rows: rows[1::-1] + rows[2:], "line 2"), (lambda rows: [], "rows")):
            self.setUp()
            self.put("box.jsonl", change(self.lines("box.jsonl")))
            self.both("box", part)

    def test_a_cancelled_row_that_is_kept(self):
        rows = [json.loads(line) for line in self.lines("box.jsonl")]
        row = next(row for row in rows if row["sealed"] is None)
        row["sealed"] = "00" * 100
        self.put("box.jsonl", rows)
        self.both("box", row["seal"], "not laid aside")

    def test_ballots(self):
        for field in ("words", "choices", "seal", "salt"):
            self.setUp()
            ballots = [json.loads(line) for line in self.lines("ballots.jsonl")]
            ballots[2][field] = {"words": "woord0001 woord0002 woord0003", "choices": [self.wijk["candidates"][0]["proposal"]] * 2,
                                 "seal": "00" * 32, "salt": "00" * 32}[field]
            self.put("ballots.jsonl", ballots)
            self.both("opening", "ballots.jsonl line 3")
        for change, part in ((lambda b: b[1:], "lacks"), (lambda b: b[:1] + b, "twice"), (lambda b: b[1::-1] + b[2:], "order")):
            self.setUp()
            self.put("ballots.jsonl", change(self.lines("ballots.jsonl")))
            self.both("opening", "ballots.jsonl", part)

    def test_rejected(self):
        self.assertEqual({json.loads(line)["why"] for line in self.lines("rejected.jsonl")}, set(verify.REASONS))
        for at, line in enumerate(self.lines("rejected.jsonl")):
            self.setUp()
            rejected = [json.loads(line) for line in self.lines("rejected.jsonl")]
            rejected[at]["why"] = verify.REASONS[verify.REASONS.index(rejected[at]["why"]) - 1]
            self.put("rejected.jsonl", rejected)
            self.both("opening", f"rejected.jsonl line {at + 1}")
        for change, part in ((lambda b: b[1:], "lacks"), (lambda b: b[:1] + b, "twice"), (lambda b: b[1::-1] + b[2:], "order")):
            self.setUp()
            self.put("rejected.jsonl", change(self.lines("rejected.jsonl")))
            self.both("opening", "rejected.jsonl", part)

    def test_a_good_ballot_hidden_among_the_rejected(self):
        ballots = [json.loads(line) for line in self.lines("ballots.jsonl")]
        hidden = ballots.pop(0)
        self.put("ballots.jsonl", ballots)
        rejected = [json.loads(line) for line in self.lines("rejected.jsonl")] + [{"seal": hidden["seal"], "why": "unreadable"}]
        self.put("rejected.jsonl", sorted(rejected, key=lambda one: one["seal"]))
        self.both("opening", "lacks", hidden["seal"])

    def test_outcome(self):
        outcome = json.loads(self.sample.files[self.name("outcome.json")])
        winners = outcome["winners"]
        self.assertGreater(len(winners), 1)
        for field, new, item, part in (
                ("winners", winners[1:], "count", "winners"), ("winners", winners[::-1], "count", "winners"),
                ("winners", winners + winners[:1], "count", "winners"), ("winners", [], "count", "winners"),
                ("winners", [{**winners[0], "places": 2}] + winners[1:], "count", "winners"),
                ("left", outcome["left"] + 1, "count", "left"), ("ballots", 9, "count", "ballots"),
                ("rejected", 0, "count", "rejected"), ("laid_aside", 0, "count", "laid_aside"),
                ("lot", {**outcome["lot"], "promised": "00" * 32}, "lot", "promised"),
                ("lot", {**outcome["lot"], "seed": "00" * 32}, "lot", "seed"),
                ("lot", {**outcome["lot"], "order": outcome["lot"]["order"][::-1]}, "lot", "order")):
            with self.subTest(field=field, new=new):
                self.setUp()
                self.sample.files[self.name("outcome.json")] = lines([{**outcome, field: new}])
                self.both(item, part)

    def test_proof(self):
        for at, (change, part) in enumerate((
                (lambda p: p.update(share=str(Fraction(p["share"]) / 2)), "C1"),
                (lambda p: p.update(share=str(Fraction(p["share"]) + 50)), "it proves"),
                (lambda p: p["ballots"][0]["paid"].update({"1": "0", "2": "0", "4": "0", "7": "0"}), "C2"),
                (lambda p: next(b for b in p["ballots"] if b["paid"])["paid"].popitem(), "C3"),
                (lambda p: (p["bought"].pop(), p["rates"].pop()), "C2"),
                (lambda p: (p["bought"].clear(), p["rates"].clear(), [b["paid"].clear() for b in p["ballots"]]), "C4"),
                (lambda p: p["rates"].__setitem__(0, str(Fraction(p["rates"][0]) * 2)), "C5"),
                (lambda p: (p["bought"].reverse(), p["rates"].reverse()), "it proves"),
                (lambda p: p["ballots"].pop(), "its ballots"), (lambda p: p["ballots"].append(p["ballots"][0]), "its ballots"),
                (lambda p: p["ballots"][0].update(voters=99), "its ballots"),
                (lambda p: p["rates"].__setitem__(0, "2/4"), "rates"), (lambda p: p["rates"].__setitem__(0, "1/0"), "rates"))):
            with self.subTest(at=at):
                self.setUp()
                proof = json.loads(self.sample.files[self.name("proof.json")])
                change(proof)
                for ballot in proof["ballots"]:
                    ballot["paid"] = {key: ballot["paid"][key] for key in sorted(ballot["paid"], key=int)}
                self.sample.files[self.name("proof.json")] = lines([proof])
                self.both("proof", part)

    def test_election_pb(self):
        for old, new, part in (("budget;30000", "budget;30001", "budget"), ("9000;", "9001;", "cost"), ("\n1;", "\n3;", ""),
                               (";1\n", ";0\n", "selected"), ("voter_id;vote\n1;", "voter_id;vote\n2;", "voter"), ("VOTES\n", "", ""),
                               ("META", "meta", ""), ("lot:", "lot:0", "lot"), ("Baan", "Boon", "name"), ('""tekens""', '"tekens"', ""),
                               ("voter_id;vote\n", "voter_id;vote\n99;1,2\n", "votes"), ("num_votes;", "num_votes;1", "num_votes")):
            with self.subTest(old=old):
                self.setUp()
                self.change("election.pb", old, new)
                code, text = run(zipped(self.sample.files))
                self.assertIn(f"wrong  {self.folder}/election.pb: ", text)
                self.assertIn(part, text)

    def test_numbers_in_the_journal(self):
        for kind, field, item in (("box_counted", "valid", "files"), ("box_counted", "rejected", "files"),
                                  ("box_counted", "laid_aside", "files"), ("box_closed", "ballots", "box"),
                                  ("box_closed", "head", "box"), ("box_closed", "cancelled", "cancelled"),
                                  ("seals_fixed", "letters", "seals"), ("seals_fixed", "seal_list", "seals")):
            self.setUp()
            event = next(e for e in self.sample.events if e["event"] == kind)
            event[field] = {int: 26, str: "00" * 32, list: [1]}[type(event[field])]
            self.sample.sign()
            self.names(f"{self.folder}/{item}: ")

    def test_a_small_wijk(self):
        name = f"{self.small['id']}/outcome.json"
        outcome = json.loads(self.sample.files[name])
        for field, new, item in (("left", 1, "count"), ("ballots", 5, "count"), ("winners", outcome["winners"] * 2, "count"),
                                 ("lot", {**outcome["lot"], "seed": "00" * 32}, "lot")):
            self.setUp()
            self.sample.files[f"{self.small['id']}/outcome.json"] = lines([{**outcome, field: new}])
            self.sample.recount(self.small)
            self.names(f"{self.small['id']}/{item}: ")


class Parts(unittest.TestCase):
    def test_the_points_of_small_order(self):
        """Each height in SMALL_ORDER is on the curve, and eight times its point is the neutral one."""
        p, d = verify.PRIME, -121665 * pow(121666, -1, verify.PRIME) % verify.PRIME
        for y in verify.SMALL_ORDER:
            square = (y * y - 1) * pow(d * y * y + 1, -1, p) % p
            x = pow(square, (p + 3) // 8, p)
            x = x if x * x % p == square else x * pow(2, (p - 1) // 4, p) % p
            self.assertEqual(x * x % p, square)
            for _ in range(3):
                t = d * x * x * y * y % p
                x, y = 2 * x * y * pow(1 + t, -1, p) % p, (y * y + x * x) * pow(1 - t, -1, p) % p
            self.assertEqual((x, y), (0, 1))

    def test_signatures_are_strict(self):
        key = Ed25519PrivateKey.generate()
        public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        good = key.sign(b"x")
        larger = (int.from_bytes(good[32:], "little") + verify.ORDER).to_bytes(32, "little")
        self.assertTrue(verify.is_signed(public, b"x", good))
        self.assertFalse(verify.is_signed(public, b"x", good[:32] + larger))
        self.assertFalse(verify.is_signed(b"\1" + bytes(31), b"x", b"\1" + bytes(63)))

    def test_a_large_wijk_is_counted_quickly(self):
        rnd, began = random.Random(3), time.monotonic()
        candidates = {n: (rnd.randrange(400_000, 1_700_000), 1) for n in range(1, 31)}
        ballots = Counter(frozenset(rnd.sample(sorted(candidates), rnd.randint(1, 3))) for _ in range(5000))
        verify.count(equal_shares("add1u"), 42_500_000, candidates, ballots, list(candidates))
        self.assertLess(time.monotonic() - began, 30)

    def test_leaps_find_what_single_steps_find(self):
        rnd = random.Random(4)
        same, verify_leap = verify.is_same_between, 0
        for _ in range(60):
            candidates = {n: (rnd.randrange(100, 3000), rnd.randint(1, 2)) for n in range(1, 6)}
            ballots = Counter(frozenset(rnd.sample(sorted(candidates), rnd.randint(1, 3))) for _ in range(6))
            rule = {**equal_shares("add1u", rnd.choice(("cost", "cardinality"))), "step": rnd.choice((1, 7, 50))}
            leaping = verify.count(rule, 6000, candidates, ballots, list(candidates))
            verify.is_same_between = lambda low, high: False
            try:
                self.assertEqual(verify.count(rule, 6000, candidates, ballots, list(candidates)), leaping)
            finally:
                verify.is_same_between = same


if __name__ == "__main__":
    unittest.main()
