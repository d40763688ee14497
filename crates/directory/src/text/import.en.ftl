# Uploaded files: what is wrong and what to do.

## File
import-file-empty = This file is empty. Choose a file with a line of column titles and its rows.
import-file-binary = This file is not CSV. If it is an Excel file (XLSX), open it in Excel, choose File > Save As, choose the type "CSV UTF-8 (comma delimited)", and upload that CSV file. In LibreOffice or Google Sheets choose to save or download as CSV.
import-file-interrupted = The file broke off while being read. Upload it once more; rows that are already in will not be doubled.
import-file-rows = This file is too long: nothing was read from line { $line } on. Split it into several files, each with the line of column titles.
import-file-large = This file is too large: nothing was read from line { $line } on. Split it into several files, each with the line of column titles.
import-columns-missing = These columns were not found: { $columns }. The first line must hold the column titles. Add the titles and upload again.
import-columns-repeated = These columns appear more than once: { $columns }. Delete or rename one of them and upload again.

## Row
import-row-many-columns = This row has { $columns } columns, too many to read. Check the separator of the columns.
import-row-cell-long = Column { $column } is too long. Shorten it.
import-row-quote = A double quote is opened in line { $line } and never closed, so the rows after it cannot be read. Close or delete that quote and upload again.
import-row-long = This row has { $found } columns, but there are { $expected } titles. Usually there is a comma inside a cell, such as a degree: put that cell in double quotes, like "S.E., M.M.".
import-row-short = This row has only { $found } of { $expected } columns. Fill in the missing ones.

## NIP
import-nip-missing = The NIP is empty. Fill in its 18 digits.
import-nip-length = A NIP has 18 digits, this one has { $digits }. Look for a digit too few or too many.
import-nip-letter-for-digit = Character { $place } of the NIP is the letter { $letter }. Perhaps you mean the digit { $digit }: type it again as a digit.
import-nip-not-digits = Character { $place } of the NIP ({ $letter }) is not a digit. A NIP has 18 digits and nothing else.
import-nip-scientific = Excel turned this NIP into a number (like 1.98E+17), so its last digits are lost. Set the format of the NIP column to Text, then fill in the NIP again from its source.
import-nip-rounded = This NIP ends with 000: Excel rounded its last digits. Set the format of the NIP column to Text, then fill in the NIP again from its source.
import-nip-old = This is an old NIP (9 digits). Fill in the new NIP of 18 digits.
import-nip-nik = This looks like a NIK (16 digits). A NIK must not be uploaded and is not kept. Remove it from your file and fill in the NIP of 18 digits.
import-nik-in-text = This holds 16 digits that look like a NIK. A NIK must not be uploaded and is not kept. Remove it from your file.
import-nip-perhaps-nrp = Only 8 digits. If this is the NRP of a member of the armed forces or the police, write NRP before it (NRP, then the number). If not, fill in the NIP of 18 digits.
import-nip-kind = Digits 13 and 14 of the NIP are { $digits }. They must be 01 to 12 for PNS (month of appointment) and 21 to 29 for PPPK. Check this NIP.
import-nip-sex = Digit 15 of the NIP is { $digit }, it should be 1 (male) or 2 (female). Check this NIP.
import-nrp = This NRP cannot be read. Write NRP and then the number, with nothing else.
import-nip-twice = This NIP is already in line { $line } with other contents. Line { $line } is used; delete one of them or correct its NIP.

## NIP: accepted, but to be checked
import-nip-birth-date = The birth date in this NIP is no day of the calendar. Compare it with the decree; if it is so there, ignore this.
import-nip-too-young = By the NIP, the age is { $age }. Compare it with the decree.
import-nip-too-old = By the NIP, the age is { $age }. Compare it with the decree.
import-nip-appointed-early = By the NIP, the appointment was in { $year }, before the age of 15. Compare it with the decree.
import-nip-appointed-future = By the NIP, the appointment is only in { $year }. Compare it with the decree.

## Name and degrees
import-name-missing = The name is empty. Fill in the full name.
import-name-no-letters = The name has no letters. Fill in the full name; perhaps the columns are swapped.
import-name-too-long = The name or a degree has { $length } characters, at most { $limit } are possible. Check it.
import-name-formula = The name or a degree holds a formula or the signs < and >. Type it again as plain text.
import-garbled = The letters in "{ $text }" look damaged. Correct them and save the file as "CSV UTF-8".

## Position, unit, mail, phone
import-position-missing = The position is empty. The person is accepted; fill in the position later.
import-unit-missing = The unit is empty. Fill in its code, for example kemenkeu.djpb.kppn-mamuju.
import-unit-unknown = There is no unit with the code "{ $unit }". Look up the right code in the list of agencies.
import-unit-nearest = There is no unit with the code "{ $unit }". Perhaps you mean { $code }: write that code instead.
import-unit-name = "{ $unit }" is the name of a unit. Write its code instead: { $code }.
import-unit-name-unknown = "{ $unit }" is no code of a unit, and no unit has that name. Look up the code in the list of agencies.
import-mail = "{ $mail }" is not a mail address. Write it like name@agency.go.id, or leave it empty.
import-mail-twice = This mail address is already used in line { $line } for another person. Everybody has their own: correct it or leave it empty.
import-phone = This phone number cannot be used and is not kept. Write it like 081234567890.
import-formula = "{ $text }" is a formula or holds the signs < and >. Type it again as plain text.

## Regions and agencies
import-title-missing = The name is empty. Fill in the official name.
import-title-no-letters = There are no letters here. Perhaps the columns are swapped.
import-title-too-long = This has { $length } characters, at most { $limit } are possible. Shorten it.
import-region-code = "{ $code }" is not the code of a region. Write the Kemendagri code like 76 or 76.02, and set the format of the code column to Text so that Excel does not change it.
import-region-kind = The kind "{ $kind }" is unknown. Write provinsi, kabupaten or kota.
import-region-parent = The parent "{ $parent }" does not fit the code { $code }. A province has a code of two digits and no parent; the parent of a kabupaten or kota is the first two digits of its code.
import-region-zone = The zone "{ $zone }" is unknown. Write WIB, WITA or WIT.
import-agency-code-missing = The code is empty. Fill in a short code, for example kemenkeu.djpb.kppn-mamuju.
import-agency-code = "{ $code }" is not a code. Use small letters, digits, points and hyphens, for example kemenkeu.djpb.kppn-mamuju.
import-agency-own-parent = Agency { $code } is its own parent. Fill in the code of the agency above it, or leave it empty.
import-agency-kind = The kind "{ $kind }" cannot be read. Write one word like kementerian, kanwil or kantor.
import-agency-satker = "{ $code }" is not a satker code. Fill in 6 digits, or leave it empty.

## What is on record, and the rights of the uploader
import-not-yours = You may not import this file. Regions and agencies are imported by the national administrator, people by the administrator of their agency.
import-code-twice = This code is already on line { $line } with other content. Line { $line } is used; delete one of them.
import-parent-unknown = The parent "{ $parent }" is neither in this file nor on record. Add its row or correct the code.
import-parent-nearest = The parent "{ $parent }" does not exist. Perhaps you mean { $code }: write that code instead.
import-parent-refused = The parent "{ $parent }" is in this file, but its row is refused too, or points back here. Correct that row first.
import-parent-ended = The parent "{ $parent }" has ended. Write the agency that succeeded it.
import-parent-circle = { $parent } stands below { $code }, so it cannot be its parent. Check the parent column of both rows.
import-agency-ended = Agency { $code } has ended and is not changed. Delete this row.
import-region-unknown = No region has the code "{ $code }". Check the code, or import the regions first.
import-unit-merged = Unit { $unit } has merged into { $code }. Write that code instead.
import-unit-ended = Unit { $unit } has ended. Write the present unit.
import-unit-not-yours = Unit { $unit } is beyond your authority. Delete this row, or ask that unit's administrator to import it.
import-person-elsewhere = This person is on record at { $unit }, beyond your authority. Ask that unit's administrator to move them.
import-mail-taken = This address is already used by somebody else on record. Everybody uses an address of their own: correct it or leave it empty.
