-- What the jobs of a firm have used of a pool, by project, fading: as of an instant, after which it halves with every
-- half-life of the settings. One row for each, brought forward when a job is settled.
create table share_use (
    firm_id text not null references organisation,
    project text not null check (length(project) <= 60),
    pool_id text not null references pool,
    gpu_ms bigint not null check (gpu_ms >= 0),
    as_of timestamptz not null,
    primary key (firm_id, project, pool_id)
);
-- What was settled before this table was there, with the usual half-life of seven days; older use has faded away.
insert into share_use (firm_id, project, pool_id, gpu_ms, as_of)
select firm_id, project, pool_id,
       round(sum(gpus * elapsed_ms * power(0.5, extract(epoch from now() - ended_at) / 604800))), now()
from job
where state = 'SETTLED' and ended_at between now() - interval '70 days' and now()
group by firm_id, project, pool_id;
