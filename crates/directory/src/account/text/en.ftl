### Accounts: signing in, entry links, profile, duties.

## Signing in
account-sign-in = Sign in
account-signed-in = You are signed in.
account-signed-out = You are signed out.
account-identifier = NIP or email
account-identifier-hint = The NIP of 18 digits, spaces allowed, or your work email address.
account-password = Password
account-no-match = NIP or email and password do not match. Check them, or choose “Forgot your password?”.
account-wait-seconds = Too many tries. Wait { $n } seconds, then try again.
account-wait-minutes = Too many tries. Wait { $n } minutes, then try again.
account-forgotten-link = Forgot your password?
account-first-time = Signing in for the first time?
account-first-time-text = Open the entry link that was sent to your work email. Not received? Ask your unit's coordinator.
account-needs-session = Only people who signed in themselves may do this, not programs with a token.

## Passwords
account-password-new = New password
account-password-hint = At least { $n } letters. A few words that you remember are safer than one word with digits.
account-password-again = New password again
account-password-short = A password has at least { $n } letters.
account-password-long = A password has at most { $n } letters.
account-password-common = Too many people use this password. Choose another, for example a few words that have nothing to do with each other.
account-password-personal = Do not use your name, NIP or email as your password.
account-password-differs = The two passwords are not the same. Type them again.

## Entry links
account-entry = Make a password
account-entry-lead = { $name }, welcome to Guyub. Make a password to enter.
account-entry-save = Save and sign in
account-entered = Your password is saved. You are signed in.
account-entry-ended = This link works no longer
account-entry-ended-text = An entry link works once and ends by itself. If you have made a password, sign in as usual. If not, ask for a new link.
account-ask-new-link = Ask for a new link
account-forgotten = Forgotten password
account-forgotten-text = Write your NIP or email. We send a link for making a new password to the email on record.
account-forgotten-send = Send the link
account-forgotten-asked = Check your email
account-forgotten-asked-text = If that account exists and has an email on record, a link for making a new password is on its way. It works for two hours, once.
account-forgotten-no-mail = No email on record? Your unit's coordinator can make an entry link for you.
account-back-to-sign-in = Back to signing in
account-link-make = Make an entry link
account-link-made = The entry link is made
account-link-explained = With this link { $name } makes a password of their own. It works for seven days, once, and replaces earlier links.
account-link-resets = This person already has a password. It stays good until the link is used.
account-link-will-mail = The link is sent to { $mail }.
account-link-no-mail = There is no email on record for this person, so the link is not sent.
account-link-will-show = The link is shown once, for you to hand over in person.
account-link-mail-only = The link is not shown to you, as anybody could enter as this person with it.
account-link-once = Copy it now and give it to that person alone. It is not shown again.
account-link-of = Entry link for { $name }
account-link-ends = Works until { $when }.
account-link-mailed = The link is being sent to { $mail }.
account-link-back = Back to the person's page
account-link-only-coordinators = Entry links are made by a coordinator or administrator of that person's unit.
account-link-needs-admin = This person holds a duty or already has a password, and no email is on record. Ask an administrator to make the link.
account-links-of-unit = Send entry links
account-links-on-their-way = The entry links are on their way.
account-unit-people = People who were never in
account-unit-with-link = Of these, with a link that still works
account-unit-without-mail = Of these, without email
account-unit-none = Everybody of this unit has been in
account-unit-none-text = There are no links to send.
account-unit-back = Back to the agency's page
account-unit-text = We send one link to the email of everybody in this unit and the units below it who was never in and has no link that still works. People without email get a link from their own page.
account-unit-send = Send entry links

## Letters
account-letter-first-subject = Your entry link to Guyub
account-letter-first-text =
    Dear { $name }

    Your Guyub account is ready. Open this link to make a password and you are in:

    { $link }

    It works for seven days, once. Do not pass it on to anybody.

    Guyub
account-letter-forgotten-subject = A new password for Guyub
account-letter-forgotten-text =
    Dear { $name }

    Somebody asked for a new password for your Guyub account. Open this link to make one:

    { $link }

    It works for two hours, once. If it was not you, ignore this letter: your password has not changed.

    Guyub
account-letter-changed-subject = Your Guyub password was changed
account-letter-changed-text =
    Dear { $name }

    The password of your Guyub account was just changed and all other devices were signed out. If it was not you, make a new password at once with “Forgot your password?” and tell your unit's coordinator.

    Guyub

## Profile
account-profile = My profile
account-who = About me
account-name = Name
account-number = NIP
account-position = Position
account-unit = Unit
account-mail = Email
account-no-mail = Not on record
account-zone = Time zone
account-zone-hint = That of your unit's region.
account-this-device = This device
account-sign-out = Sign out
account-password-change = Change password
account-password-change-text = Afterwards you stay signed in here and are signed out everywhere else.
account-password-old = Present password
account-old-password-wrong = That is not your present password. Type it again.
account-password-changed = Your password is changed. Other devices are signed out.
account-sessions = Devices signed in
account-sessions-text = One you do not know? Sign it out, then change your password.
account-session-this = This device
account-session-about = Signed in since { $since }, last used { $seen }, from network { $network }.
account-session-end = Sign out
account-session-ended = That device is signed out.
account-sessions-end-others = Sign out all other devices
account-other-sessions-ended = All other devices are signed out.
account-device = { $program } on { $system }
account-device-unknown = Unknown device
account-tokens = Tokens for programs
account-tokens-text = With a token a program acts in your name, within the scopes you choose. Treat it as a password.
account-token-new = Make a new token
account-token-name = Name of the token
account-token-name-hint = What it is for, such as “Learning hours for the personnel section”.
account-token-name-long = The name of a token has at most { $n } letters.
account-token-scope = Scopes
account-token-scopes = Choose at least one scope.
account-token-life = Works for
account-token-lasts = { $n } days
account-token-days = Choose 30, 90 or 365 days.
account-token-make = Make the token
account-token-made = The token is made
account-token-once = Copy it now and keep it in a safe place. It is not shown again.
account-token-opens = Scopes { $scopes }. Works until { $when }.
account-token-seen = Last used { $when }.
account-token-unseen = Never used.
account-token-end = Revoke
account-token-ended = The token is revoked.
account-token-most = You already have 20 tokens. Revoke what you do not use, then make a new one.
account-token-back = Back to my profile
account-scope-education-read = Read education activities
account-scope-education-write = Change education activities
account-scope-directory-read = Read the directory
account-scope-directory-write = Change the directory

## Duties
account-duties = My duties
account-duties-none = You hold no duty. Duties are given by an administrator or the head of your unit.
account-duties-of = Duties at { $agency }
account-duties-link = Duties at this unit
account-duties-here = Who holds a duty
account-duties-here-none = Nobody holds a duty at this unit yet.
account-duties-above = From units above
account-duties-above-text = Duties at a unit above count here too.
account-duties-only-holders = The list of duties is for those who hold one at this unit or above it.
account-duties-only-admins = Duties are given and ended by an administrator of this unit or above it. Heads may appoint coordinators.
account-duty-admin = Administrator
account-duty-pembina = Supervisor
account-duty-pimpinan = Head
account-duty-pengelola = Coordinator
account-nation = all agencies
account-duty-lent-by = Lent by { $name }
account-duty-until = Until { $when }
account-duty-give = Give a duty
account-duty-given = The duty is given.
account-duty-kind = Duty
account-duty-choose = Choose the duty to give.
account-duty-who-hint = Write the person's NIP or email.
account-duty-last-day = Last day
account-duty-last-day-hint = Leave empty for no end.
account-duty-past = The last day must be today or later.
account-duty-already = This person already holds the same duty here.
account-duty-end = End
account-duty-end-text = The rights of this duty end at once, also those lent from it. You can give it again.
account-duty-end-button = End this duty
account-duty-ended = The duty is ended.
account-duty-lay-down = Lay down
account-duty-lay-down-text = The rights of this duty end at once, also those you lent. Only an administrator or head can give it back.
account-nobody = There is nobody with that NIP or email. Check it.
account-no-number = This is no NIP or NRP, and no email address.
account-last-admin = This is the last administrator of all agencies. Appoint another first.
account-vacant = Without anyone responsible
account-vacant-moved = { $name } moved on { $when } and has no successor yet.
account-vacant-left = { $name } left on { $when } and has no successor yet.
account-lend = Lend a duty
account-lend-short = Lend
account-lend-text = While you are away, somebody else can do this duty. Your own stays, and you can end the loan at any time. The receiver cannot give duties to others.
account-lend-who = Lent to
account-lend-last-day-hint = That day still counts. At most one year.
account-lend-reason = Reason
account-lend-reason-hint = Such as “Field work in Makassar” or “Annual leave”.
account-lend-own = Only the holder of a duty can lend it.
account-lend-lent = A duty that was lent to you cannot be lent again.
account-loan-long = A loan lasts at most one year. For longer, ask an administrator to appoint a successor.
account-loan-beyond = Your own duty ends before that. Choose an earlier day.
account-loan-self = Choose somebody else: you already hold this duty.
account-loan-reason = Write the reason for the loan.
account-loan-reason-long = A reason has at most { $n } letters.
account-duty-lent = The duty is lent.
