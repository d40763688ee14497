### Texts of crests on certificates.

crest-heading = Crests
crest-lead = Printed above the names of the organisers. A crest that an agency has uploaded once is used again by itself for its next activities.
crest-alt = Crest of { $name }
crest-none = No crest yet.
crest-taken-over = Taken over from an earlier activity.
crest-printed = Printed on the certificates of this activity.
crest-remove = Remove crest
crest-of = Crest of
crest-file = File of the crest
crest-file-hint = PNG or JPEG, at most 4 MB and 4,000 points a side. A transparent background is fine. Save SVG drawings as PNG first.
crest-upload = Upload crest
crest-is-added = Crest saved. Certificates already issued do not change.
crest-is-removed = Crest removed from this design. Certificates already issued do not change.
crest-is-another = Somebody else has replaced this crest. Reload the page and look again.
crest-file-missing = The crest of this certificate is no longer in the store. Ask the organisers.

crest-owner-unknown = Choose one of the organisers of this activity.
crest-file-needed = Choose a picture.
crest-kind-unknown = This file is neither a PNG nor a JPEG picture, whatever it is called. Save the crest as PNG.
crest-damaged = This picture is damaged or not whole. Open it, save it again as PNG, and send it again.
crest-too-large = The file is larger than { $n } MB. Make the picture smaller and send it again.
crest-too-many-points = This picture has more than 4,000 points a side, or is too large to open. Make it smaller and send it again.

## History
change-crest-added = Crest put on certificates
change-crest-removed = Crest taken off certificates
field-crest = Crest
