### Directory: agencies, regions, people, imports.

## Menu and list of agencies
agency-list = Agencies
agency-list-lead = Learn what other agencies do and offer, see their activities, and find partners.
agency-search = Find an agency
agency-search-hint = Name, short name or code, for example KPPN Mamuju.
agency-search-do = Search
agency-filter = Filter by kind or province
agency-province = Province
agency-everywhere = All of Indonesia
agency-show = Show
agency-show-all = Show all agencies
agency-none = No agency matches
agency-none-text = Check the spelling, or search with a single word.
agency-kind-all = All kinds
agency-kind-kementerian-koordinator = Coordinating ministry
agency-kind-kementerian = Ministry
agency-kind-lembaga = Agency
agency-kind-lembaga-negara = State institution
agency-kind-pemda-provinsi = Provincial government
agency-kind-pemda-kabkota = Regency or city government
agency-kind-unit-eselon-1 = Directorate general
agency-kind-kanwil = Regional office
agency-kind-kantor = Office

## Page of an agency
agency-described = { $name }: what it does, its services, contacts and activities. { $kind } in { $region }.
agency-side = Contact and management
agency-yours = Manage
agency-people = People
restructuring = Restructure
agency-below = Units below it
agency-history = History
agency-open = Open { $name }
agency-ended = Ended
agency-ended-when = This agency ended on { $when }.
agency-succeeded = This agency ended on { $when } and was succeeded by
agency-has-ended = This agency has ended, so it can no longer be changed.
agency-cancel = Cancel
agency-event-created = Established.
agency-event-renamed = Renamed from { $before } to { $after }.
agency-event-moved = Moved below { $other }.
agency-event-moved-out = Became an agency without a parent.
agency-event-region = Changed region from { $before } to { $after }.
agency-event-merged = Merged into { $other }.
agency-event-merged-in = Took in { $other }.
agency-event-split = Part of its work became { $other }.
agency-event-split-from = Split off from { $other }.
agency-event-ended = Ended.

## Profile of an agency
profile-title = Profile of { $name }
profile-lead = Write briefly, in everyday words. People of other agencies read it to learn what you do.
profile-edit = Edit the profile
profile-duties = What it does
profile-duties-hint = What this agency does, and for whom.
profile-services = Services
profile-lines-hint = One service per line.
profile-products = Information products
profile-products-hint = Data, publications or bulletins that others can use. One per line.
profile-untold = This agency has not yet written what it does.
profile-contact = Contact
profile-contact-none = No contact yet.
profile-contact-name = Contact person
profile-contact-name-hint = The person or section that answers questions.
profile-contact-mail = Mail
profile-contact-phone = Phone
profile-contact-website = Website
profile-contact-website-hint = The full address, beginning with https://
profile-save = Save the profile
profile-saved = The profile is saved.
profile-only-coordinators = The profile is edited by the coordinator, head or administrator of this agency.
profile-mail = Write a correct mail address, for example name@agency.go.id.
profile-phone = A phone number holds only digits, spaces and the signs + - ( ).
profile-website = Write the full address, beginning with https:// or http://.
profile-too-long = At most { $n } characters.
profile-overtaken = Somebody else has just changed this profile
profile-overtaken-text = What you typed is not saved yet. Below is what is saved now and differs from it. Adjust what you typed, then save again.
profile-emptied = (empty)
profile-field-tugas = What it does
profile-field-layanan = Services
profile-field-produk = Information products
profile-field-narahubung = Contact person
profile-field-surel = Mail
profile-field-telepon = Phone
profile-field-situs = Website

## Imports
imports = Import
imports-lead = Bring in regions, agencies or people from a CSV file. Good rows are saved, bad ones come back with the reason. The same file may be sent again and again.
imports-new = New import
imports-kind = Content of the file
imports-kind-regions = Regions
imports-kind-agencies = Agencies
imports-kind-people = People
imports-mode-rehearse = Rehearsal
imports-mode-keep = Saved
imports-file = CSV file
imports-file-hint = At most 64 MB. The first line holds the column names. Separated by commas or semicolons.
imports-rehearse = Rehearse first
imports-rehearse-hint = Every row is checked and nothing is saved. Afterwards you can save it with one button.
imports-send = Send the file
imports-latest = Latest imports
imports-none = No import yet.
imports-counts = { $created } new, { $changed } changed, { $unchanged } unchanged, { $refused } refused
imports-started = The file has arrived. Its import is running.
imports-only-admins = Only administrators import. Regions and agencies are imported by national administrators.
imports-choose-kind = Choose what the file holds.
imports-choose-file = Choose a CSV file that is not empty.
imports-not-performable = This import is not a finished rehearsal, so it cannot be saved.
imports-file-gone = The rehearsed file has been deleted. Send it once more.
imports-running = Running
imports-stopped = Stopped
imports-done = Done
imports-progress = Progress
imports-waiting = Waiting for its turn
imports-read = { $read } of about { $total } rows
imports-may-leave = This page renews itself. You may leave it; the import goes on.
imports-result = Result
imports-created = New
imports-changed = Changed
imports-unchanged = Unchanged
imports-refused = Refused
imports-warned = Accepted, please check
imports-perform = Save now
imports-perform-text = The rehearsal is done. New and changed rows can be saved now; refused ones are skipped.
imports-rows = Rows to correct
imports-rows-text = At most a hundred rows are shown. Download all refused rows, correct them in that file, and send it again.
imports-download = Download refused rows
imports-refused-file = refused-rows
imports-line = line
imports-verdict = Verdict
imports-row = Content of the row
imports-reason = reason
directory-import-elsewhere = This import is being worked on elsewhere.

## Regions
region-list = Regions
region-list-lead = Agencies in the 38 provinces with their regencies and cities.
region-described = Agencies and their units in { $name }.
region-below = Regencies and cities
region-agencies = Agencies in { $name }
region-agencies-none = No agency is on record here yet.
region-agencies-all = All agencies of this province
region-count = { $n ->
    [one] { $n } agency
   *[other] { $n } agencies
}

## Choosing an agency and a date
picking-hint = Code or name, for example kemenkeu.djpb.kppn-mamuju or KPPN Mamuju.
picking-choose = Perhaps you mean
picking-ended = That agency has ended. Choose the one that succeeded it.
picking-none = There is no such agency. Find its code in the list of agencies.
picking-several = Nothing is exactly that. Choose one below, or write the code.
effective-date = Effective from
effective-hint = Leave it empty for today.
effective-future = That day has not come yet. Record the change on the day it takes effect.

## People
person-list-of = People of { $name }
person-search = Find a person
person-search-hint = Part of the name, or the full NIP. The units below are searched too.
person-none = Nobody was found
person-none-text = Check the spelling. New people are brought in by the administrator's import.
person-show-all = Show all
person-only-responsible = Only this unit's coordinator, head and administrator see the list of its people.
person-left = Has left
person-side = Facts and management
person-facts = Facts
person-entry-link = Make an entry link
person-placements = Placements
person-placed-since = Since { $from }
person-placed-between = { $from } to { $to }

## Placement
placement = Move
placement-of = Placement of { $name }
placement-lead = Now at { $name }. Duties and rights at the old unit end with the move; the history stays.
placement-unit = New unit
placement-move = Move
placement-moved = The placement is recorded. Rights follow the new unit.
placement-leave = Leaving the service
placement-leave-text = For people who retire or resign. The account can no longer be used at once, duties end, and the history stays.
placement-last-day = As of
placement-leave-do = Record as left
placement-left = This person is recorded as having left. The account can no longer be used.
placement-only-admins = People are moved by the administrator of their unit.
placement-only-both = You do not administer the new unit. Ask an administrator above both units to move them.
placement-not-oneself = You cannot record yourself as having left. Ask another administrator.
placement-outranked = This person holds a duty above your authority. Ask an administrator above to do it.
placement-changed-meanwhile = Somebody else has just changed this person. Reload and look again.
