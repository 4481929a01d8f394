-- A file can belong to a draft before it belongs to a case. Only such a file, which no
-- case has, can be thrown away.
ALTER TABLE office_attachment ADD COLUMN draft uuid;
CREATE INDEX office_attachment_draft ON office_attachment (municipality, draft)
    WHERE draft IS NOT NULL;
CREATE POLICY only_drafts ON office_attachment AS RESTRICTIVE FOR DELETE
    USING (draft IS NOT NULL);
GRANT DELETE, UPDATE (draft) ON office_attachment TO fotfeste_runtime;
