# Why an attendance report is not taken. The page writes moments in full, with their zone.
report-refused-empty = This file is empty. Download the attendance report again, then upload it once more.
report-refused-too-large = This file is { $megabytes } MB; the limit is { $limit } MB. Attendance reports are usually far smaller: check that you chose the right file.
report-refused-too-many-rows = This file has more than { $limit } rows. Check that you chose the right file.
report-refused-spreadsheet = This file is an Excel workbook. Open it, choose Save as, choose CSV, then upload that CSV file; or upload the file as downloaded from the meeting service.
report-refused-pdf = This file is a PDF. Upload the attendance report as CSV from the meeting service.
report-refused-archive = This file is a compressed archive. Unpack it first, then upload the CSV file inside.
report-refused-binary = This file is not text. Upload the attendance report as CSV from the meeting service.
report-refused-encoding = The letters in this file cannot be read. Upload the original file from the meeting service, or save it again as CSV UTF-8.
report-refused-columns = This is not an attendance report that we know. Missing columns: { $columns }.
report-refused-no-participants = This report contains nobody with a time of attendance.
report-refused-ambiguous-date = The date { $example } may mean { $day-first } or { $month-first }. Choose which is right.
report-refused-mixed-dates = The dates in this file are in mixed order: row { $day-first-line } puts the day first, row { $month-first-line } the month. This happens when Excel saves the file again. Upload the original file from the meeting service.
report-refused-another-meeting = This report is of another meeting: { $report-from } to { $report-until }, while this activity is { $session-from } to { $session-until }.
report-refused-another-zone = The times in this report ({ $report-from } to { $report-until } when read as { $given }) do not fit the activity ({ $session-from } to { $session-until }), but they fit when read as { $suggested }. Choose { $suggested }, or confirm that { $given } is right.

report-skipped-did-not-attend = Registered with the meeting service, but did not attend
report-skipped-no-name = Without a name
report-skipped-no-times = Without a time of joining or leaving
report-skipped-unreadable-time = Its time cannot be read
report-skipped-left-before-joining = Left earlier than joined
report-skipped-left-without-joining = Left without joining

report-warning-weak-rows = { $count } rows give a number of minutes but not when. Such evidence is weak: it cannot be combined with other evidence and needs your decision.
report-warning-dates-taken = This report gives clock times only; the date was taken from the activity. Make sure that the report is of this activity.
report-warning-stayed = { $count } people have no time of leaving; they are counted until the last moment in the file.
report-warning-meeting-part = The top of the report gives another time for the meeting than its participants have. The participants' times are used.
report-warning-lost-letters = { $count } letters were damaged before the file was uploaded; some names may be unreadable.

report-reason-conflict-link = Same personal link, but something else points to another person
report-reason-conflict-mail = Same mail address, but something else points to another person
report-reason-conflict-nip = Same NIP, but something else points to another person
report-reason-conflict-name = Same name, but something else points to another person
report-reason-shared-link = Several participants use the same link
report-reason-shared-mail = Several participants use the same mail address
report-reason-shared-nip = Several participants have the same NIP
report-reason-shared-name = Several participants have the same name
report-reason-part-of-longer-name = Same name, but another participant has a longer name with it
report-reason-another-nip = Fits, but the NIP in the report is not theirs
report-reason-similar-name = Similar name
