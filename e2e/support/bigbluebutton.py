#!/usr/bin/env python3
"""A BigBlueButton server for tests, written from the API reference with nothing of ours: it recomputes every checksum and takes no parameter that the
reference does not name. `bigbluebutton.py SECRET` prints `listening on PORT` and serves on loopback until it is ended; what stands under /stub is for
the tests."""

import base64
import hashlib
import hmac
import json
import re
import sys
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote_plus, urlsplit
from xml.sax.saxutils import escape

SECRET = sys.argv[1]
DIGESTS = {40: "sha1", 64: "sha256", 96: "sha384", 128: "sha512"}
BOOLEANS = {"record", "autoStartRecording", "allowStartStopRecording", "meetingKeepEvents", "redirect", "excludeFromDashboard"}
NUMBERS = {"meetingExpireIfNoUserJoinedInMinutes", "duration", "maxParticipants", "createTime"}
CREATE = {"name", "meetingID", "logoutURL", "welcome"} | BOOLEANS | NUMBERS
JOIN = {"fullName", "meetingID", "role", "userID", "createTime", "redirect", "excludeFromDashboard"}
NAMED = {"meetingID"}
KNOWN = {"create": CREATE, "join": JOIN, "end": NAMED, "isMeetingRunning": NAMED, "getMeetingInfo": NAMED, "getRecordings": NAMED}

meetings = {}
calls = []
state = {"mode": "up", "accepts": list(DIGESTS.values())}


class Refused(Exception):
    pass


def checked(call, query):
    """The parameters of a call whose checksum is right: over the name, the query as it was sent without the checksum, and the secret."""
    parts = query.split("&") if query else []
    sums = [it for it in parts if it.startswith("checksum=")]
    if len(sums) != 1:
        raise Refused("checksumError")
    rest = "&".join(it for it in parts if not it.startswith("checksum="))
    given = sums[0][len("checksum="):]
    algorithm = DIGESTS.get(len(given))
    if algorithm not in state["accepts"]:
        raise Refused("checksumError")
    if hashlib.new(algorithm, (call + rest + SECRET).encode()).hexdigest() != given:
        raise Refused("checksumError")
    fields = {}
    for pair in rest.split("&") if rest else []:
        name, _, value = pair.partition("=")
        name, value = unquote_plus(name, errors="strict"), unquote_plus(value, errors="strict")
        if name in fields or any(ord(it) < 32 for it in value):
            raise Refused("invalidParameter")
        is_meta = call == "create" and re.fullmatch(r"meta_[A-Za-z0-9-]+", name)
        if name not in KNOWN[call] and not is_meta:
            raise Refused("unknownParameter")
        if name in BOOLEANS and value not in ("true", "false") or name in NUMBERS and not re.fullmatch(r"[0-9]+", value):
            raise Refused("invalidParameter")
        fields[name] = value
    meeting_id = fields.get("meetingID", "")
    if not 2 <= len(meeting_id) <= 256 or "," in meeting_id:
        raise Refused("validationError")
    return fields


def create(fields):
    if not 2 <= len(fields.get("name", "")) <= 64:
        raise Refused("validationError")
    known = meetings.get(fields["meetingID"])
    if known and known["fields"] != fields:
        raise Refused("idNotUnique")
    now = int(time.time() * 1000)
    if not known:
        internal = hashlib.sha1(fields["meetingID"].encode()).hexdigest() + f"-{now}"
        meetings[fields["meetingID"]] = known = {"fields": fields, "internal": internal, "inside": {}, "seen": {}}
    extra = "<messageKey>duplicateWarning</messageKey>" if known["seen"] else "<messageKey></messageKey>"
    return f"<meetingID>{escape(fields['meetingID'])}</meetingID><internalMeetingID>{known['internal']}</internalMeetingID>{extra}"


def meeting(fields):
    if fields["meetingID"] not in meetings:
        raise Refused("notFound")
    return meetings[fields["meetingID"]]


def inside(fields):
    known = meeting(fields)
    people = "".join(
        f"<attendee><userID>{escape(user)}</userID><fullName>{escape(name)}</fullName><role>{role}</role></attendee>"
        for user, (name, role) in known["inside"].items()
    )
    return (
        f"<meetingName>{escape(known['fields']['name'])}</meetingName><meetingID>{escape(fields['meetingID'])}</meetingID>"
        f"<internalMeetingID>{known['internal']}</internalMeetingID><endTime>0</endTime>"
        f"<hasBeenForciblyEnded>false</hasBeenForciblyEnded><attendees>{people}</attendees>"
    )


def end(fields):
    meeting(fields)
    del meetings[fields["meetingID"]]
    return "<messageKey>sentEndMeetingRequest</messageKey>"


def recordings(fields):
    address = f"https://bbb.example/playback/presentation/2.3/{escape(fields['meetingID'])}"
    return (
        f"<recordings><recording><recordID>r-1</recordID><meetingID>{escape(fields['meetingID'])}</meetingID><playback>"
        f"<format><type>podcast</type><url>https://bbb.example/audio.ogg</url></format>"
        f"<format><type>presentation</type><url>{address}</url></format></playback></recording></recordings>"
    )


ANSWERS = {
    "create": create,
    "end": end,
    "isMeetingRunning": lambda fields: f"<running>{str(bool(meetings.get(fields['meetingID'], {}).get('inside'))).lower()}</running>",
    "getMeetingInfo": inside,
    "getRecordings": recordings,
}


def join(fields):
    known = meeting(fields)
    if not fields.get("fullName") or fields.get("role") not in ("MODERATOR", "VIEWER"):
        raise Refused("validationError")
    user = fields.get("userID") or f"w_{len(known['seen'])}"
    known["inside"][user] = known["seen"][user] = (fields["fullName"], fields["role"])
    return fields["fullName"], fields["role"], known["fields"]["name"]


def token(claims, algorithm):
    coded = lambda it: base64.urlsafe_b64encode(it).rstrip(b"=")
    text = coded(json.dumps({"typ": "JWT", "alg": algorithm}).encode()) + b"." + coded(json.dumps(claims).encode())
    digest = {"HS256": "sha256", "HS512": "sha512"}[algorithm]
    return (text + b"." + coded(hmac.new(SECRET.encode(), text, digest).digest())).decode()


def told(asked):
    """Sends the analytics callback of a meeting with these attendees, as the script of the reference does, and says how it was answered."""
    known = meetings[asked["meetingID"]]
    body = {
        "version": "1.0",
        "meeting_id": asked["meetingID"],
        "internal_meeting_id": known["internal"],
        "data": {"metadata": {}, "duration": 60, "finish": asked["finish"], "attendees": asked["attendees"], "files": [], "polls": []},
    }
    headers = {"Content-Type": "application/json", "Authorization": "Bearer " + token({"exp": int(time.time()) + 86400}, "HS512")}
    address = known["fields"]["meta_analytics-callback-url"]
    request = urllib.request.Request(address, json.dumps(body).encode(), headers, method="POST")
    try:
        return urllib.request.urlopen(request, timeout=20).status
    except urllib.error.HTTPError as answer:
        return answer.code


class Stub(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        url = urlsplit(self.path)
        call = url.path.removeprefix("/bigbluebutton/api/")
        if url.path == "/stub/calls":
            return self.answer(json.dumps(calls), "application/json")
        if url.path == "/stub/meetings":
            return self.answer(json.dumps(meetings), "application/json")
        if url.path == "/stub/token":
            asked = {name: values[0] for name, values in parse_qs(url.query).items()}
            return self.answer(token(json.loads(asked["claims"]), asked["alg"]), "text/plain")
        if state["mode"] == "down":
            return self.answer("no", "text/plain", 502)
        if state["mode"] == "endless":
            return self.answer("<response>" + " " * (6 << 20), "text/xml")
        if state["mode"] == "elsewhere":
            return self.answer("", "text/plain", 302)
        if url.path != f"/bigbluebutton/api/{call}" or call not in KNOWN:
            return self.answer("no such call", "text/plain", 404)
        try:
            fields = checked(call, url.query)
            calls.append({"call": call, "fields": fields})
            if call == "join":
                name, role, title = join(fields)
                page = f"<!doctype html><html lang=en><title>{escape(title)}</title><h1>{escape(title)}</h1>"
                return self.answer(page + f"<p id=name>{escape(name)}</p><p id=role>{role}</p></html>", "text/html; charset=utf-8")
            return self.answer(f"<response><returncode>SUCCESS</returncode>{ANSWERS[call](fields)}</response>", "text/xml; charset=utf-8")
        except (Refused, UnicodeDecodeError) as refusal:
            calls.append({"call": call, "refused": str(refusal)})
            text = f"<response><returncode>FAILED</returncode><messageKey>{refusal}</messageKey><message>no</message></response>"
            return self.answer(text, "text/xml; charset=utf-8")

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
        if self.path == "/stub/state":
            state.update(asked)
        elif self.path == "/stub/leave":
            meetings[asked["meetingID"]]["inside"].pop(asked["userID"], None)
        elif self.path == "/stub/forget":
            meetings.pop(asked["meetingID"], None)
        elif self.path == "/stub/enter":
            known = meetings[asked["meetingID"]]
            known["inside"][asked["userID"]] = known["seen"][asked["userID"]] = (asked["fullName"], "VIEWER")
        elif self.path == "/stub/report":
            return self.answer(json.dumps({"status": told(asked)}), "application/json")
        self.answer("ok", "text/plain")

    def answer(self, text, kind, status=200):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:1/")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
server.daemon_threads = True
print(f"listening on {server.server_port}", flush=True)
server.serve_forever()
