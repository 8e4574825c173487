-- Sheets that come with the program. `built_in` names the one a sheet is, such as 'back-pain.en'; nothing for the
-- practice's own. Their versions follow the program's: a new wording is a new version, so that what was given
-- earlier stays readable as it was.
ALTER TABLE handouts_sheet ADD COLUMN built_in TEXT CHECK (built_in <> '');
CREATE UNIQUE INDEX handouts_sheet_built_in ON handouts_sheet (built_in) WHERE built_in IS NOT NULL;
