### Texts of notices, mails and calendars to follow.

## Mails: subject
letter-subject-host-invited = Invitation to organise together: { $title }
letter-subject-host-accepted = Invitation accepted: { $title }
letter-subject-host-declined = Invitation declined: { $title }
letter-subject-registered = You are registered: { $title }
letter-subject-waiting = You are on the waiting list: { $title }
letter-subject-promoted = You have a seat: { $title }
letter-subject-left = Registration cancelled: { $title }
letter-subject-moved = Change of schedule: { $title }
letter-subject-cancelled = Activity cancelled: { $title }
letter-subject-three-days = In three days: { $title }
letter-subject-one-day = In one day: { $title }
letter-subject-one-hour = In one hour: { $title }
letter-subject-evaluate = How was it? { $title }
letter-subject-certificate-issued = Your certificate is ready: { $title }

## Mails: first sentence
letter-greeting = Dear { $name },
letter-lead-host-invited = { $by } asks { $agency } to organise this activity together.
letter-lead-host-accepted = { $agency } has agreed to organise this activity together. All organisers own it equally.
letter-lead-host-declined = { $agency } does not join in organising this activity.
letter-lead-registered = You are registered for this activity.
letter-lead-waiting = This activity is full. You are number { $place } on the waiting list.
letter-lead-promoted = You have a seat: you are now registered for this activity.
letter-lead-left = Your registration for this activity is cancelled.
letter-lead-moved = This activity has changed: check its time and place below.
letter-lead-cancelled = The organisers have cancelled this activity.
letter-lead-three-days = The activity you take part in starts in three days.
letter-lead-one-day = The activity you take part in starts in one day.
letter-lead-one-hour = The activity you take part in starts in one hour.
letter-lead-evaluate = Thank you for coming. Tell us what you think: a few choices and one question, less than a minute.
letter-lead-certificate-issued = Your certificate for this activity has been issued.

## Mails: content
letter-message = Message: { $reason }
letter-reason = Reason: { $reason }
letter-place = Place: { $place }
letter-hosts = Organisers: { $names }
letter-link-answer = Read and answer: { $address }
letter-link-join = Join the meeting (your personal link): { $address }
letter-link-page = Page of the activity: { $address }
letter-link-ticket = Your ticket: { $address }
letter-link-evaluate = Evaluate: { $address }
letter-link-certificate = Download the certificate: { $address }
letter-calendar-request = A calendar invitation is attached; your calendar is updated.
letter-calendar-cancel = The event is removed from your calendar.
letter-note-leave = Cannot come? Cancel your registration, so that somebody else can have your seat.
letter-note-ticket = Do not share the link of your ticket. If it was not you who registered, cancel on that page.
letter-note-waiting = You are on the waiting list. As soon as there is a seat, you are told by mail.
letter-note-host = This activity becomes shared only if your agency agrees.
letter-note-evaluate = Your answers are anonymous. The organisers see counts only, of at least five answers at a time.
letter-footer = Automatic mail from Guyub, { $address }

## Notices
notice-title = Notices
notice-new = New
notice-unread = { $n } unread
notice-read-one = Mark as read
notice-read-all = Mark all as read
notice-read = The notice is marked as read.
notice-all-read = All notices are marked as read.
notice-empty = No notices yet
notice-empty-lead = News of activities that you take part in or run appears here.
notice-told-host-invited = { $by } asks { $agency } to organise together.
notice-told-host-accepted = { $agency } has agreed to organise together.
notice-told-host-declined = { $agency } does not join in organising.
notice-told-registered = You are registered.
notice-told-waiting = You are number { $place } on the waiting list.
notice-told-promoted = You have a seat.
notice-told-left = The organisers cancelled your registration.
notice-told-moved = The activity has changed. It is now on { $when }.
notice-told-cancelled = The activity is cancelled.
notice-told-three-days = Starts in three days: { $when }.
notice-told-one-day = Starts in one day: { $when }.
notice-told-one-hour = Starts in one hour: { $when }.
notice-told-evaluate = Thank you for coming. Tell us what you think, in less than a minute.
notice-told-certificate-issued = Your certificate has been issued.

## Panels
notice-panel-for-me = Coming activities for you
notice-panel-coming = Coming activities

## Calendars to follow
feed-name = Guyub: { $name }
feed-everything = All activities
feed-mine = My calendar
feed-mine-name = my activities
feed-lead = Follow your activities in the calendar of your phone or computer: those you take part in and those you run. What changes here changes there.
feed-address = Address of your calendar
feed-address-hint = Whoever holds this address can read your calendar. Do not share it.
feed-made-at = Made { $when }.
feed-make = Make a calendar address
feed-renew-lead = Has this address spread? Make a new one; the old one stops working at once.
feed-renew = Make a new address
feed-end = Stop this calendar
feed-made = The address of your calendar is ready.
feed-ended = The address of your calendar no longer works.
feed-how = How to follow
feed-how-google = Google Calendar: Other calendars, From URL, paste the address.
feed-how-outlook = Outlook: Add calendar, Subscribe from web, paste the address.
feed-how-apple = iPhone and Mac: Add calendar account, Calendar subscription, paste the address.
feed-slow = Calendar programs look for changes a few times a day. Important changes are also sent by mail.
