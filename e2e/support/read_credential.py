"""read_credential.py FOLDER ISSUER LIST: verifies the credential on standard input with the PyPI package openbadgeslib. FOLDER holds the
did.json of ISSUER (a did:web) and the status.json that stands at LIST.

Prints "verified" or "refused: why". Nothing is fetched from the net.
"""

import json
import sys
from pathlib import Path

from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3.did import resolve_verification_method
from openbadgeslib.ob3.ldp import OB3LdpVerifier, verify_data_integrity_proof

folder, issuer, status_list = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
host = issuer.removeprefix("did:web:").replace("%3A", ":")
PAGES = {
    f"https://{host}/.well-known/did.json": "did.json",
    f"http://{host}/.well-known/did.json": "did.json",
    status_list: "status.json",
}


def page(address):
    if address not in PAGES:
        raise ValueError(f"not fetched: {address}")
    return (folder / PAGES[address]).read_bytes()


def verify_status_list():
    """This version knows signed lists as JWT only, so the list's own proof is looked at here."""
    status = json.loads(page(status_list))
    key = resolve_verification_method(status["proof"][0]["verificationMethod"], page)
    verify_data_integrity_proof(status, key)


try:
    verifier = OB3LdpVerifier.for_issuer_did(issuer)
    verifier.verify(sys.stdin.buffer.read(), check_status=True, download=page, verify_status_list=False)
    verify_status_list()
    print("verified")
except LibOpenBadgesException as reason:
    print(f"refused: {reason}")
