### Check-in, door, meeting reports, evidence and attendance list.

attendance-activities = Activities
attendance-to-activity = To the activity
attendance-to-roll = See the attendance list
attendance-to-participants = See the participants
attendance-to-reports = Meeting reports
attendance-to-scan = Scan at the door

## Page titles
attendance-title-presenter = Presenter’s screen: { $title }
attendance-title-check-in = Check-in: { $title }
attendance-title-here = Check-in
attendance-title-scan = Scan tickets: { $title }
attendance-title-meeting = Meeting reports: { $title }
attendance-title-roll = Attendance list: { $title }
attendance-title-own = Your attendance: { $title }
attendance-title-ledger = Attendance of { $name }

## Parts of the session
attendance-part-start = Check-in at the start
attendance-part-middle = Check-in halfway
attendance-part-end = Check-in at the end
attendance-part-unknown = Choose start, halfway or end.

## Presenter's screen
attendance-presenter-lead = Open check-in, then show this screen to the participants. Its code changes every minute.
attendance-screen-open = Open { $address }
attendance-screen-type = then type this code
attendance-screen-time-left = Time left for this code
attendance-screen-changes = The code changes every minute. The code of the minute before is still taken.
attendance-screen-of = of { $n } participants are present
attendance-qr-of-code = QR code to the check-in page with the code filled in
attendance-open-heading = Open check-in
attendance-open-hint = Opening a new one closes the one that is open. Open three, at the start, halfway and at the end, for the best evidence.
attendance-close = Close check-in
attendance-checkpoints = Opened so far
attendance-closed-at = closed { $time }
attendance-checked-in-count = { $n } people entered the code
attendance-checkpoint-opened = Check-in is open.
attendance-checkpoint-closed = Check-in is closed and attendance has been counted.
attendance-too-early = It is too early. Check-in can be opened one hour before the activity starts, and tickets can be scanned three hours before.
attendance-too-late = This activity is over. What is missing can be corrected from the attendance list.
attendance-not-published = This activity is still a draft. Publish it first; then attendance can be recorded.
attendance-not-started = The activity has not started. Attendance can be completed after it starts.

## Check-in by participants
attendance-enter-heading = Check in
attendance-code = Code on the presenter’s screen
attendance-code-hint = Six letters. Capital or small makes no difference.
attendance-i-am-here = I am here
attendance-checked-in = Your attendance is recorded.
attendance-entered-current = You have checked in to the one that is open.
attendance-entered-heading = Your check-ins
attendance-entered-none = None yet. The code is shown on the presenter’s screen at the start, halfway or at the end.
attendance-here-lead = Choose the activity that you are attending.
attendance-here-none = No check-in is open now for your activities.
attendance-here-hint = Only registered participants with a place see a check-in.
attendance-trouble = Is the code not accepted?
attendance-trouble-text = Codes have letters only, no digits and no vowels. Type the code that is on the screen now; it changes every minute. If the signal is weak, tell the organisers: attendance is also counted from the meeting report.
attendance-refused-cancelled = This activity is cancelled, so there is no check-in.
attendance-refused-not-registered = You are not registered for this activity. Register on its page first, then check in.
attendance-refused-gave-up-seat = You have cancelled your registration. Register again on the activity’s page if there are places left.
attendance-refused-waiting = You are still on the waiting list. You can check in once you have a place.
attendance-refused-not-started = Check-in is not open yet. Come back to this page when the activity starts.
attendance-refused-nothing-open = No check-in is open now. Wait until the code appears on the presenter’s screen.
attendance-refused-over = This activity is over and its check-in is closed. If you were there but are not recorded, contact the organisers.
attendance-refused-wrong-code = This code is wrong. Check the six letters on the presenter’s screen.
attendance-refused-old-code = This code has changed. Type the code that is on the screen now.
attendance-refused-guessed = Wrong too often. Wait { $minutes } min, then type the code on the screen.

## Door
attendance-scan-heading = Scan a participant’s ticket
attendance-ticket = Ticket
attendance-ticket-hint = Point the scanner at the participant’s QR code, or type the ticket’s number.
attendance-record = Record as present
attendance-scan-help = Without a scanner: open your phone’s camera, point it at the participant’s QR code, then tap the link.
attendance-scan-latest = Latest scans
attendance-scan-none = No ticket has been scanned yet.
attendance-scan-next = Scan the next ticket
attendance-first-scanned = First scanned { $time } by { $by }
attendance-scanned = Present, recorded.
attendance-scanned-before = This ticket was scanned before; the attendance stays recorded.
attendance-ticket-unknown = This is not a ticket of this activity. Check that the participant opened the right one.
attendance-ticket-cancelled = The holder of this ticket has cancelled the registration. Ask them to register again.
attendance-ticket-waiting = The holder of this ticket is still on the waiting list without a place.

## Evidence
attendance-evidence = Evidence
attendance-no-evidence = No evidence of attendance yet.
attendance-by-checkpoint = Check-in code
attendance-by-scan = Scan at the door
attendance-by-report = Meeting report
attendance-by-manual = Correction
attendance-by-join = Meeting link opened
attendance-recorded = Recorded { $time }
attendance-recorded-by = Recorded { $time } by { $by }
attendance-from-file = { $file }, row { $line }, as “{ $name }”
attendance-because-of = Reason: { $reason }
attendance-revoked = Taken back
attendance-revoked-by = { $time } by { $by }, reason: { $reason }
attendance-undone-reason = Report row matched again

## Counting
attendance-of-seated = of { $n } participants
attendance-minimum = Present from
attendance-is-present = Present
attendance-is-absent = Absent
attendance-not-counted = Not counted yet
attendance-minutes = { $n } min
attendance-minutes-heading = Minutes
attendance-of-minutes = of { $n } min
attendance-minutes-unplaced = { $n } min, without saying when
attendance-share = Share of session
attendance-needs-share = present from { $n }
attendance-because = Decided by
attendance-because-manual = Correction by an organiser
attendance-because-scan = Scan at the door
attendance-because-minutes = Minutes in the meeting report
attendance-because-checkpoints = Check-in codes
attendance-because-nothing = No evidence
attendance-rule-heading = How is attendance counted?
attendance-rule = Present means scanned at the door, or there for at least { $n } of the session. Times from all meeting reports are united, never counted twice, and cut to the hours of the activity. Each check-in code stands for an equal part of the session: three of three, two of two or one of one are all of it. The latest correction by an organiser always decides. Opening the meeting link alone does not count.
attendance-count-again = Count again
attendance-counted = Attendance has been counted again.

## Corrections
attendance-correct = Correction
attendance-correct-lead = A correction replaces the count and is kept for ever with its reason.
attendance-decision = Decision
attendance-decision-minutes = Set minutes
attendance-decision-required = Choose present, absent or set minutes.
attendance-minutes-hint = Only for “Set minutes”, at most { $n }.
attendance-minutes-too-many = This session has only { $n } minutes. Write a smaller number.
attendance-reason = Reason
attendance-reason-hint = For example: attended in a shared meeting room, see photo.
attendance-reason-required = Write the reason. All organisers can read it, and it is kept.
attendance-save-correction = Save correction
attendance-take-back = Take back
attendance-corrected = The correction is saved and attendance counted again.
attendance-correction-taken-back = The correction is taken back and attendance counted again.
attendance-correction-gone = This correction has been taken back by another organiser.
attendance-no-seat = This person has no place in this activity, so their attendance is not counted.

## Attendance list
attendance-roll = Attendance list
attendance-roll-empty = There are no participants in this list.
attendance-filter-all = All
attendance-column-number = No.
attendance-column-name = Name
attendance-column-nip = NIP
attendance-column-agency = Agency
attendance-column-verdict = Attendance
attendance-column-percent = Percent
attendance-print-title = Activity
attendance-print-date = Date
attendance-print-hosts = Organisers
attendance-print-place = Place
attendance-print-online = Online
attendance-print-count = Count
attendance-print-counts = { $present } present, { $absent } absent, of { $seated } participants
attendance-print-cut = Only the first { $n } rows are printed. Download XLSX for the whole list.
attendance-back-to-roll = Back to the attendance list
attendance-own-not-counted = Attendance is counted after the activity, or when a meeting report is uploaded.
attendance-own-wrong = Is something wrong? Contact the organisers; they can correct it with a reason.

## Meeting reports
attendance-reports = Meeting reports
attendance-reports-none = No report yet. Download the attendance report from Zoom, Google Meet, Microsoft Teams or BigBlueButton, then upload it here.
attendance-upload = Upload a report
attendance-upload-button = Upload and match
attendance-file = Attendance report
attendance-file-hint = CSV as downloaded from the meeting service, at most 20 MB.
attendance-file-required = Choose the report first.
attendance-file-zone = Time zone in the file
attendance-file-zone-hint = The zone of the host’s account. The file does not say.
attendance-zone-sure = The zone that I chose is right
attendance-date-order = Order of dates in the file
attendance-day-first = Day first, such as 18/11/2026
attendance-month-first = Month first, such as 11/18/2026
attendance-uploaded-by = { $time } by { $by }
attendance-report-rows = { $rows } rows. { $open } wait for a decision, { $aside } set aside.
attendance-remarks = Notes from reading, { $n } rows skipped
attendance-skipped-waiting-room = In the waiting room
attendance-report-taken = The report is read and matched, and attendance has been counted.
attendance-report-known = The same file was uploaded before. Nothing has changed.
attendance-report-changed = This report was changed by another organiser just now. Reload the page.
attendance-withdraw = Withdraw report
attendance-withdraw-hint = All evidence from this report is withdrawn with it. The file may be uploaded again.
attendance-withdrawn = Withdrawn
attendance-report-withdrawn = The report is withdrawn and attendance counted again.
attendance-minutes-wait = { $n } rows give minutes but not when, so they are not counted yet. Count these minutes if you trust this file.
attendance-accept-minutes = Count these minutes
attendance-minutes-accepted = The minutes of this file are counted now.
attendance-minutes-counted = Minutes without times are counted. Reason: { $reason }
attendance-rows = Report rows
attendance-rows-open = Waiting for a decision
attendance-rows-matched = Matched
attendance-rows-aside = Set aside
attendance-rows-open-none = All rows are matched or decided.
attendance-rows-matched-none = No row is matched yet.
attendance-rows-aside-none = No row is set aside.
attendance-match-again = Match again
attendance-match-again-hint = After registering participants who were missing.
attendance-matched-again = The open rows have been matched again.
attendance-matched-by-link = Matched by personal link
attendance-matched-by-mail = Matched by mail address
attendance-matched-by-nip = Matched by NIP
attendance-matched-by-name = Matched by exactly the same name
attendance-matched-by-decision = Decided by an organiser
attendance-row-account = Account name: { $name }
attendance-row-line = Row { $line }.
attendance-row-no-suggestion = No participant looks similar.
attendance-assign = This is the person
attendance-undo = Undo
attendance-set-aside-why = Not a participant
attendance-aside-committee = Committee or speaker
attendance-aside-shared-device = Shared device or room
attendance-aside-not-registered = Somebody not registered
attendance-aside-unknown = Not recognised
attendance-search = Find participant
attendance-search-for = Who is “{ $name }”?
attendance-search-words = Name, NIP, mail or agency
attendance-search-none = No participant fits. People who are not registered can be registered first; then choose Match again.
attendance-search-back = Back to all rows
attendance-row-assigned = The row is matched and attendance counted again.
attendance-row-set-aside = The row is set aside.
attendance-row-undone = The decision is undone.
attendance-row-decided = This row was decided by another organiser.
attendance-registration-required = Choose the participant first.

## History of the activity
change-attendance-corrected = Attendance corrected
change-attendance-correction-taken-back = Attendance correction taken back
change-report-uploaded = Meeting report uploaded
change-report-withdrawn = Meeting report withdrawn
change-report-minutes-accepted = Minutes without times counted
field-decision = Decision
field-file = File
