"""Verifies the credential on standard input with the PyPI package openbadgeslib; FOLDER holds the issuer's did.json and status.json.

Prints "verified" or "refused: why". Nothing is fetched from the net.
"""

import json
import sys
from pathlib import Path

from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3.did import resolve_verification_method
from openbadgeslib.ob3.ldp import OB3LdpVerifier, verify_data_integrity_proof

PAGES = {
    "https://guyub.example/.well-known/did.json": "did.json",
    "https://guyub.example/status/1": "status.json",
}
folder = Path(sys.argv[1])


def page(address):
    if address not in PAGES:
        raise ValueError(f"not fetched: {address}")
    return (folder / PAGES[address]).read_bytes()


def verify_status_list():
    """This version knows signed lists as JWT only, so the list's own proof is looked at here."""
    status = json.loads(page("https://guyub.example/status/1"))
    key = resolve_verification_method(status["proof"][0]["verificationMethod"], page)
    verify_data_integrity_proof(status, key)


try:
    verifier = OB3LdpVerifier.for_issuer_did("did:web:guyub.example")
    verifier.verify(sys.stdin.buffer.read(), check_status=True, download=page, verify_status_list=False)
    verify_status_list()
    print("verified")
except LibOpenBadgesException as reason:
    print(f"refused: {reason}")
