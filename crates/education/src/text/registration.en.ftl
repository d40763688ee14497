### Texts of registration: seats, waiting list, guests, lists of many people, participants.

## My registration
registration-title = Your registration
registration-mine-title = Your activities
registration-find = Find activities
registration-button = Register
registration-button-line = Join the waiting list
registration-see = See your registration
registration-seated = Registered
registration-waiting = Waiting list
registration-waiting-at = Waiting list, { $place }
registration-cancelled = Registration cancelled
registration-seats-left = { $n } of { $m } seats left.
registration-seats-full = All { $m } seats are taken, { $n } people are waiting.
registration-seats-free = Seats are not limited.
registration-closes = Registration closes { $when }.
registration-next = What comes next
registration-during = During the activity
registration-next-join = The join button works on this page
registration-next-door = Show your QR code at the door
registration-next-code = Stay to the end and enter the code that the presenter shows
registration-next-waiting = When somebody cancels, the first in line gets the seat at once and is told. You need not register again.
registration-next-cancelled = You are no longer registered. If you register again, you go to the end of the line.
registration-next-none = You are not registered for this activity yet.
registration-removed-because = The organiser's reason: { $reason }
registration-qr = Your QR code
registration-qr-lead = For you alone. The operator at the door scans it as proof that you came.
registration-leave-title = Not coming after all?
registration-leave = Cancel the registration
registration-leave-lead = Your seat goes to the first person in the waiting list. This cannot be taken back.
registration-leave-do = Yes, cancel my registration
registration-left = Your registration is cancelled. Thank you for making room for others.
registration-waiting-title = Your registration is being processed
registration-waiting-place = Your place: { $n }
registration-waiting-safe = Many people are registering at once. We have your request and your place is kept. This page reloads by itself; do not register again.
registration-waiting-look = See the result
registration-refused-draft = This activity is not open yet.
registration-refused-cancelled = This activity was cancelled, so registrations can no longer change.
registration-refused-over = This activity is over.
registration-refused-closed = Registration has closed.
registration-refused-audience = This activity is for another audience. Ask the organiser if you think that is a mistake.
registration-refused-public = This activity is for civil servants only. Sign in if you are one.
registration-refused-unit = Not of your unit or one below it.
registration-refused-left = No longer in service.
registration-leave-started = The activity has begun, so the registration can no longer be cancelled.
registration-only-coordinators = Only organisers and coordinators of units may register others.
registration-name = Name
registration-number = NIP
registration-agency = Agency
registration-mail = Mail

## Joining
join-button = Join now
join-opens = The join button works from { $when }.
join-only-registered = This link is for those registered. Register first on the activity's page.
join-only-seated = You are still on the waiting list. The link opens once you have a seat.
join-too-early = The meeting is not open yet. Come back at the earliest 30 minutes before the start.
join-over = The activity is over, so the meeting is closed.
join-not-online = This activity is on site. Please go to its place.
join-no-link = The organiser has not given a meeting link yet. Try again shortly, or ask the contact named on the activity's page.

## Guests
guest-link = Register as a member of the public, without an account
guest-title = Register as a member of the public
guest-name-hint = As it should stand in the attendance list.
guest-mail-hint = Your personal link is sent there.
guest-from = City or institution
guest-from-hint = For example Mamuju, or Universitas Contoh.
guest-privacy = Only these three are kept, for this activity alone. Do not write your NIK.
guest-are-you-asn = A civil servant?
guest-name-missing = Write your name.
guest-name-signs = Write a name only, without links or addresses.
guest-from-missing = Write your city or institution.
guest-mail-wrong = Write a complete mail address, for example name@example.org.
guest-too-long = Too long. At most 120 letters.
guest-no-nik = Do not write a NIK or another number here.
guest-too-many = Too many registrations from this network. What you typed is still here; send it again in a few minutes.
guest-sent-title = Look into your mail
guest-sent-lead = We sent a personal link to { $mail }.
guest-sent-next = The page behind that link shows your seat or your place in line, and lets you join or cancel. Not there within ten minutes? Look into the spam folder, then check how you spelled your address.
guest-sent-back = Back to the activity
guest-letter-subject = Registration: { $title }
guest-letter-seated =
    Dear { $name },

    you are registered for "{ $title }".
    { $when }

    Your personal page, to join or to cancel:
    { $address }

    Do not share this link. If it was not you who registered, cancel on that page.
guest-letter-waiting =
    Dear { $name },

    the seats for "{ $title }" are taken. You are on the waiting list.
    { $when }

    Your place in line, and how to cancel:
    { $address }

    Do not share this link. If it was not you who registered, cancel on that page.

## Registering many
registration-list-link = Register several people
registration-list-title = Register several people
registration-list-lead-unit = You may register people of your unit and below who belong to the audience of this activity.
registration-list-lead-owner = As an organiser you may register anyone who belongs to the audience of this activity.
registration-list-numbers = Paste NIPs
registration-list-numbers-hint = At most 2,000. One per line, or separated by commas. Spaces inside a NIP and names beside it do no harm.
registration-list-file = Or upload a CSV file
registration-list-file-hint = With a column NIP, at most 1 MB.
registration-list-good-ones = The good ones are registered at once, in their order. The others come back with the reason.
registration-list-do = Register
registration-list-done = The list was processed. The result is below.
registration-list-empty = There is no NIP yet. Paste at least one, or choose a file.
registration-list-too-many = There are { $n } NIPs. At most 2,000 at a time; split the list.
registration-list-binary = This file is not CSV. Save it as CSV first, then upload it again.
registration-list-unreadable = This file cannot be read to its end. Check quotes and size, then upload it again.
registration-list-too-large = The file is larger than 1 MB. Keep the NIP column only.
registration-list-seated = Registered
registration-list-waiting = Waiting list
registration-list-known = Registered before
registration-list-refused = Refused
registration-list-refused-n = { $n } could not be registered
registration-list-others-taken = The other lines are saved. Correct only these, then send them again.
registration-list-again = Correct them here
registration-list-again-hint = Holds only those refused.
registration-list-taken = Saved
registration-list-download = Download the result (CSV)
registration-list-line = Line
registration-list-outcome = Result
registration-list-reason = Reason
registration-list-no-number = There is no NIP in this line.
registration-list-unknown = This NIP is unknown. Check its digits, or ask the coordinator of that agency to import its people.
registration-list-twice = This NIP is already in line { $line }.

## Participants
participants-title = Participants
participants-taken = { $n } people registered.
participants-taken-of = { $n } of { $m } seats taken.
participants-in-line = { $n } people waiting.
participants-seated = Registered
participants-waiting = Waiting
participants-cancelled = Cancelled
participants-search = Search by name
participants-empty = Nobody matches
participants-empty-lead = Change the search, or register people.
participants-order = Order
participants-standing = State
participants-registered-at = Registered
participants-guest = Public
participants-guests = Members of the public
participants-unknown = No longer in the directory
participants-by-agency = By agency
participants-count = Registrations
participants-remove = Take off the list
participants-remove-lead = The seat goes to the first person in the waiting list. All organisers see who did it, and why.
participants-reason = Reason
participants-reason-hint = They will read it. One sentence.
participants-reason-missing = Write the reason, at least five letters.
participants-remove-do = Take off the list
participants-removed = The participant was taken off the list.
change-participant-removed = Took a participant off the list
field-participant = Participant
