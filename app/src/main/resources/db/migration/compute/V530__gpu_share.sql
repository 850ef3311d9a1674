-- Shares of GPUs (分卡), CPUs and memory that come with a GPU (配比), and where a job's data lie (数据所在).
alter table pool
    -- each GPU is sold in so many equal shares; 1: whole
    add column shares_per_gpu smallint not null default 1 check (shares_per_gpu in (1, 2, 4, 7, 8)),
    -- 0: the provider has not said it
    add column cpus_per_gpu integer not null default 0 check (cpus_per_gpu between 0 and 4096),
    add column memory_gib_per_gpu integer not null default 0 check (memory_gib_per_gpu between 0 and 65536),
    add constraint pool_pieces_per_node check (gpus_per_node * shares_per_gpu <= 62);

alter table job
    -- what it takes of a GPU in its pool: gpus counts GPUs, or is 1 for the one share
    add column shares_per_gpu smallint not null default 1 check (shares_per_gpu in (1, 2, 4, 7, 8)),
    -- the least that it needs with a GPU; 0: it does not mind
    add column cpus_per_gpu integer not null default 0 check (cpus_per_gpu between 0 and 4096),
    add column memory_gib_per_gpu integer not null default 0 check (memory_gib_per_gpu between 0 and 65536),
    add column data_at text references organisation,
    add constraint job_one_share check (shares_per_gpu = 1 or gpus = 1);

-- The providers that joined before said what a node has; their pools say it from now on too, and sell whole GPUs.
update pool p
set cpus_per_gpu = (answer ->> 'cpus_per_node')::integer / p.gpus_per_node,
    memory_gib_per_gpu = (answer ->> 'memory_gib')::integer / p.gpus_per_node
from provider_joining j, jsonb_array_elements(j.answers -> 'pools') as answer
where j.state = 'ACCEPTED' and answer ->> 'id' = p.id;

update provider_joining
set answers = jsonb_set(answers, '{pools}', (
    select coalesce(jsonb_agg(answer || '{"shares_per_gpu": 1}' order by place), '[]')
    from jsonb_array_elements(answers -> 'pools') with ordinality as each (answer, place)
));

create or replace view bill_now as
select b.id, b.job_id, b.lease_id, b.lease_period, coalesce(j.name, l.name) as name, b.firm_id, b.provider_id, b.pool_id,
    b.issued_at,
    coalesce(c.gpu_ms, b.gpu_ms) as gpu_ms,
    coalesce(c.fen_per_gpu_hour, b.fen_per_gpu_hour) as fen_per_gpu_hour,
    coalesce(c.list_fen, b.list_fen) as list_fen,
    b.voucher_id,
    coalesce(c.voucher_fen, b.voucher_fen) as voucher_fen,
    coalesce(c.own_fen, b.own_fen) as own_fen,
    coalesce(c.number, 0) as corrections,
    b.list_fen as issued_list_fen,
    b.is_simulated,
    coalesce(j.shares_per_gpu, 1) as shares_per_gpu
from bill b
left join job j on j.id = b.job_id
left join lease l on l.id = b.lease_id
left join lateral (
    select * from bill_correction where bill_id = b.id order by number desc limit 1
) c on true;
