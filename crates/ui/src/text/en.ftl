### Texts of the page frame. Each domain crate holds its own texts.

## Frame
frame-about = About, privacy, accessibility
frame-brand = Guyub
frame-skip = Skip to content
frame-menu = Menu
frame-menu-main = Main
frame-crumbs = Breadcrumbs
frame-home = Home
frame-sign-in = Sign in
frame-account = Account of { $name }
frame-unread = { $n } unread
frame-footer = Guyub is run jointly by the agencies that use it.
frame-footer-links = About this site
frame-language = Baca dalam Bahasa Indonesia
frame-filters = Filter
frame-pages = Pages
frame-previous = Previous
frame-next = Next
frame-print = Print
frame-copy = Copy
frame-copied = Copied

## Forms
form-errors = { $n ->
    [one] Correct this { $n } field
   *[other] Correct these { $n } fields
  }
form-choose = Choose one
form-draft-found = This device holds entries that you have not sent yet.
form-draft-restore = Use them
form-draft-discard = Discard
form-draft-offline = The connection is lost. Your entries are kept on this device; send them again once you are connected.
error-required = This field is required.
error-date = Enter a valid date, such as 24/11/2026.
error-clock = Enter hours and minutes, such as 09:30.
error-number = Enter digits only, such as 200.

## Failures: what happened, then one thing to do
failure-403-title = You may not open this page
failure-403-text = This page is only for people with a certain role. If you think this is wrong, contact the coordinator of your agency.
failure-403-step = Go to the home page
failure-404-title = Page not found
failure-404-text = The address may be mistyped, may have moved, or is not shared with you.
failure-404-step = Go to the home page
failure-409-title = Another change came first
failure-409-text = Someone changed the same thing before you saved, so your change is not saved yet. Reload, then check again.
failure-409-step = Reload
failure-422-title = Your entries cannot be saved yet
failure-422-text = Go back to the form and correct the entries below. Nothing was saved by half.
failure-422-step = Back to the form
failure-429-title = Too many attempts
failure-429-text = For safety, please wait a moment before trying again.
failure-429-step = Try again
failure-500-title = Something went wrong on our side
failure-500-text = Your request could not be completed and the fault has been recorded. Try again in a moment.
failure-500-step = Try again
failure-503-title = Guyub is busy
failure-503-text = Many people are using Guyub right now. Wait a few seconds, then try again. What you have saved is safe.
failure-503-step = Try again
failure-reference = Reference for the administrator: { $id }

## Charts
chart-table = Show the table

## Days and months
day-monday = Monday
day-tuesday = Tuesday
day-wednesday = Wednesday
day-thursday = Thursday
day-friday = Friday
day-saturday = Saturday
day-sunday = Sunday
day-monday-short = Mon
day-tuesday-short = Tue
day-wednesday-short = Wed
day-thursday-short = Thu
day-friday-short = Fri
day-saturday-short = Sat
day-sunday-short = Sun
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
month-january-short = Jan
month-february-short = Feb
month-march-short = Mar
month-april-short = Apr
month-may-short = May
month-june-short = Jun
month-july-short = Jul
month-august-short = Aug
month-september-short = Sep
month-october-short = Oct
month-november-short = Nov
month-december-short = Dec

## Times
quarter = Quarter { $n } { $year }
semester = Semester { $n } { $year }
clock-time = { $time } { $zone }
clock-period = { $from } to { $to }
span-now = just now
span-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
  }
span-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
  }
span-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
  }
span-minutes-ago = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
  }
span-minutes-left = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
  }
span-hours-ago = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
  }
span-hours-left = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
  }
span-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
  }
span-days-left = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
  }
span-yesterday = yesterday
span-tomorrow = tomorrow

## Numbers
number-million = { $n } million
number-billion = { $n } billion
number-trillion = { $n } trillion
ordinal = { $n }th
ordinal-first = { $n }st
ordinal-second = { $n }nd
ordinal-third = { $n }rd

## Failures said directly
failure-not-found = Page not found.
failure-sign-in-first = Sign in first to go on.
failure-invalid = Some fields need correction.
failure-taken = The same thing is already on record.
failure-busy = Too many requests at once. Wait a moment and try again.
failure-broken = Something went wrong on our side.
failure-scope = This token has no scope for that action.
failure-foreign-form = This form does not come from this site. Open the page here again and resend it.
failure-too-large = The file or the input is too large. Make it smaller and send it again.
failure-wrong-fields = The shape of the input is not recognised. Reload the page and fill it in again.
