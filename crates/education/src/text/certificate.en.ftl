### Texts of certificates.

## Roles and words on the certificate
certificate-role-peserta = Participant
certificate-role-narasumber = Speaker
certificate-role-moderator = Moderator
certificate-role-panitia = Committee
certificate-online = online
certificate-jp = { $n } JP
certificate-nip = NIP { $n }

## Design
certificate-manage = Certificates
certificate-title = Certificates: { $title }
certificate-design = Design
certificate-template = Template
certificate-template-resmi = Official
certificate-template-modern = Modern
certificate-template-polos = Plain
certificate-template-unknown = Choose one of the templates.
certificate-heading = Heading of the certificate
certificate-pattern = Number pattern
certificate-pattern-hint = Must have {"{urut}"} or {"{urut:4}"}. May have {"{bulan}"}, {"{bulan-romawi}"}, {"{tahun}"}, {"{instansi}"}. Counting begins at 1 again each year if the pattern has {"{tahun}"}.
certificate-pattern-empty = Write a number pattern, for example {"{urut}"}/SERT/{"{tahun}"}.
certificate-pattern-too-long = A number pattern has at most 80 characters.
certificate-pattern-no-sequence = Add {"{urut}"} to the number pattern. Without it all certificates have the same number.
certificate-pattern-two-sequences = One {"{urut}"} in the number pattern is enough.
certificate-pattern-unknown = There are curly brackets that are not known. Use {"{urut}"}, {"{urut:4}"}, {"{bulan}"}, {"{bulan-romawi}"}, {"{tahun}"} or {"{instansi}"}.
certificate-place = Place of signing
certificate-signed-on = Date of signing
certificate-signed-on-hint = Leave empty for the day of issue.
certificate-words-needed = Write 1 to 80 characters.
certificate-jp-label = Lesson hours (JP)
certificate-jp-hint = 1 JP is 45 minutes, rounded down.
certificate-jp-fewer = This activity is shorter than when its certificate was designed. { $n } JP will be printed.
certificate-jp-too-many = At most { $n } JP for the length of this activity.
certificate-form = Form of learning
certificate-form-unknown = Choose one of the forms of learning.
certificate-signatories = Signatories
certificate-signatories-hint = One to three people.
certificate-signatories-needed = Write position and name of at least one signatory.
certificate-position = Position
certificate-name = Name
certificate-signatory-number = NIP or another number
certificate-with-agenda = Print the agenda with JP on the back
certificate-save-design = Save the design
certificate-design-saved = The design is saved. Certificates that were issued do not change.
certificate-design-changed = Somebody else has changed the design. Reload the page, then make your changes again.
certificate-preview = Preview
certificate-preview-lead = Of the saved design, with a made-up name of 90 characters.
certificate-preview-alt = Preview of the certificate with a made-up name
certificate-preview-of = See the template { $name }
certificate-too-much-text = Some text is too long to be printed on the certificate.

## Issue
certificate-issue = Issue
certificate-issued = Issued
certificate-entitled = Not yet given
certificate-withdrawn-count = Withdrawn
certificate-percent = { $n }%
certificate-done-of = { $n } of { $m } certificates are done. You may close this page.
certificate-look-again = Look again
certificate-issue-lead = All who attended enough are given a certificate and told. Numbers are drawn in order.
certificate-issue-to = Issue to { $n } people
certificate-issue-asked = Certificates are being issued.
certificate-issue-goes-on = An issue is going on.
certificate-nobody-new = All who attended enough have their certificate. Those counted as present later can be given theirs.
certificate-not-published = This activity is not published.
certificate-not-over = Certificates can be issued when the activity is over.
certificate-not-counted = Attendance has not been counted. Fill in the attendance list first.
certificate-not-designed = Save the design first.
certificate-number-taken = The issue has stopped: another certificate has the next number. Change the number pattern and issue again.

## List and withdrawal
certificate-list = List of certificates
certificate-list-title = List of certificates: { $title }
certificate-list-empty = No certificates yet
certificate-number = Number
certificate-nip-label = NIP
certificate-role = As
certificate-state = State
certificate-stands = Valid
certificate-is-withdrawn-short = Withdrawn
certificate-is-withdrawn = This certificate is withdrawn.
certificate-one-title = Certificate { $number }
certificate-issued-at = Issued
certificate-withdrawn-at = Withdrawn { $when }
certificate-see-replacement = See the one that stands instead
certificate-download = Download PDF
certificate-credential = Credential
certificate-credential-hint = The credential is the same certificate as a JSON file (Open Badges 3.0) for digital wallets and verifying programs. It holds neither name nor NIP, only a fingerprint of it.
certificate-no-recipient = The holder of this certificate has no NIP or mail address that is known, so there is no credential. The PDF is there all the same.
certificate-one = Certificate
certificate-achievement = { $heading } as { $role } in the activity { $title }
certificate-criteria-attended = Attended as the organisers required.
certificate-criteria-served = Served as { $role } according to the organisers.
certificate-withdraw = Withdraw the certificate
certificate-withdraw-lead = A withdrawn certificate stays on record with its number; whoever checks it reads when and why.
certificate-reason = Reason
certificate-reason-hint = Whoever checks the certificate reads it.
certificate-reason-needed = Write a reason of at least 5 characters.
certificate-new-name = The right name, if the name is wrong
certificate-new-name-hint = If filled in, a new certificate with a new number is issued at once.
certificate-name-too-long = A name has at most 150 characters.
certificate-withdrawn = The certificate is withdrawn.

## My certificates
certificate-mine = My certificates
certificate-mine-empty = No certificates yet
certificate-mine-empty-lead = Certificates of activities you attended appear here once the organisers issue them.

## History
change-certificate-designed = Design of certificates saved
change-certificates-issued = Certificates issued
change-certificate-withdrawn = Certificate withdrawn
field-certificate = Certificate

## Contributors: speakers, moderators, committee
contributor-link = Speakers, moderators, committee
contributor-title = Certificates for those who served: { $title }
contributor-lead = For those who served without registering. Employees by their NIP; people from outside by name and where they come from.
contributor-rows = Who served as what
contributor-rows-hint = The speakers of the activity are filled in. Rows without a name are passed over.
contributor-who = NIP, or name with titles
contributor-from = From where, for a name
contributor-issue = Issue certificates
contributor-issued = Certificates were issued.
contributor-served = Have theirs
contributor-nobody = Name at least one person.
contributor-role-unknown = Choose a role for { $who }.
contributor-nip-unknown = NIP { $who } is unknown. Check the digits, or write the name.
contributor-name-wrong = Write the full name, 3 to 150 letters: { $who }. A NIP has 18 digits.
contributor-has-one = { $who } has a certificate for this role already, or is written twice.
certificate-yours = Your certificate
certificate-unprintable = No font has { $letters }: printed as [?]. Change the text, or ask the operator to install a font.
certificate-unprintable-short = Printed as [?]: { $letters }
certificate-unprintable-name = { $letters } in this name is printed as [?]. Withdraw this certificate with the right name, or ask the operator to install a font.
