-- The building of a place as people wrote it, so that figures and findings count by it; written with the case.
alter table appeal add column building text not null default '';
update appeal set building = coalesce(
    substring(written from '^(?:[^/,，、;；]{1,30}?(?:号楼|[座栋幢]|大厦)|BUILDING[A-Z0-9]{1,4}(?![A-Z0-9]))'),
    split_part(regexp_replace(written, '[,，、;；]', '/', 'g'), '/', 1))
from (select id as written_id, upper(regexp_replace(normalize(place, NFKC), '\s+', '', 'g')) as written from appeal) places
where id = written_id;
