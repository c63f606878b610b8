-- The incident for which units were exchanged. The register lies below the incidents: no key leads up there, and the
-- number is kept as it was at the exchange ('' when the city had not given one).
ALTER TABLE movement ADD COLUMN incident_id TEXT;
ALTER TABLE movement ADD COLUMN incident_number TEXT NOT NULL DEFAULT '';
