"""Reads a calendar from standard input with the PyPI package icalendar and prints its events as JSON, times in UTC."""

import json
import sys
from datetime import timezone

from icalendar import Calendar


def utc(moment):
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


calendar = Calendar.from_ical(sys.stdin.buffer.read())
print(
    json.dumps(
        [
            {
                "uid": str(event["UID"]),
                "sequence": int(event.get("SEQUENCE", 0)),
                "summary": str(event.get("SUMMARY", "")),
                "status": str(event.get("STATUS", "")),
                "start": utc(event.start),
                "end": utc(event.end),
            }
            for event in calendar.walk("VEVENT")
        ]
    )
)
