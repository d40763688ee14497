### Materials of an activity: slides, documents, recordings.

material-heading = Materials
material-list = List of materials
material-none = No materials yet
material-none-lead = Upload slides and documents, or link a recording. Participants are told as soon as materials are open to them.
material-add-file = Upload a file
material-add-link = Add a link to a recording
material-file = File
material-file-hint = PDF, PPTX, DOCX, XLSX, ODP, ODT, ODS, PNG or JPEG, at most { $n } MB.
material-title = Title
material-title-hint = Leave empty to use the name of the file.
material-for-whom = Open to
material-early = Open now, before the activity is over
material-early-hint = Without this only the organisers see it until the activity is over.
material-upload = Upload
material-link = Address of the recording
material-link-hint = Begins with https://. The address is shown; the recording is not played here.
material-edit = Edit material
material-up = Move up
material-down = Move down
material-save = Save
material-remove = Remove material
material-remove-lead = It vanishes from the page at once. Downloads under way are finished. The history shows the removal.
material-is-open = Open
material-opens-later = Open once the activity is over
material-only-hosts-yet = Only organisers see it so far
material-at = at { $host }
material-added-at = Added { $when }.

openness-participants = Participants
openness-audience = Everybody the activity is for
openness-public = Everybody who can open the activity's page

material-added = The material was added.
material-changed = The material was saved.
material-arranged = The order was saved.
material-removed = The material was removed.

material-file-needed = Choose a file.
material-title-needed = Write a title.
material-link-wrong = Write a whole address that begins with https://, without a user name.
material-too-many = An activity holds at most 50 materials. Remove those that are not used.
material-too-large = The file has more than { $n } MB. Make its pictures smaller, split it, or link it from elsewhere.
material-broken-off = The sending broke off. Send the file once more.
material-file-missing = The content of this material is not in the store any more. Ask the organisers.
material-refused-empty = This file is empty. Check it, and choose the right one.
material-refused-unknown = Whatever its name, this file is not PDF, PPTX, DOCX, XLSX, ODP, ODT, ODS, PNG or JPEG. Save it as PDF.
material-refused-active = This file is a web page or a drawing that can run a program, not a document. Save it as PDF.
material-refused-mixed = There is another file inside this one. Open it, save it anew, and send the result.
material-refused-bomb = This file unpacks to far more than it weighs. Save it anew as PDF.
material-refused-damaged = This file is damaged or incomplete. Open it, save it anew, and send it again.
material-refused-macros = This file has macros. Save it without, or as PDF.
material-refused-old = This file is of the former Office format or has a password. Save it as PPTX, DOCX, XLSX or PDF without a password.

change-material-added = Material added
change-material-changed = Material changed
change-material-removed = Material removed
field-material = Material
field-openness = Open to
field-material_early = Opened before the end

letter-subject-materials = Materials are there: { $title }
letter-lead-materials = You can open the materials of this activity on its page.
notice-told-materials = Materials are there.
