import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('requests, cache, jobs and connections are counted by few, fixed labels', async () => {
  const metrics = createMetrics();
  metrics.countRequest('GET', '/conditions/:slug', 200, 0.004);
  metrics.countRequest('GET', '/conditions/:slug', 204, 0.004);
  metrics.countRequest('BREW', 'unknown', 405, 0.001);
  metrics.countCache('hit');
  metrics.countJob('search.index', 'failed', 2);
  metrics.watchDatabase(() => ({ busy: 3, idle: 7, waiting: 1 }));
  metrics.watchCache(() => ({ pages: 12, bytes: 4096 }));
  const { text, contentType } = await metrics.report();
  expect(contentType).toMatch(/^text\/plain/);
  for (const line of [
    'cairn_request_seconds_count{method="GET",route="/conditions/:slug",status="2xx"} 2',
    'cairn_request_seconds_count{method="other",route="unknown",status="4xx"} 1',
    'cairn_request_seconds_bucket{le="0.0025",method="GET",route="/conditions/:slug",status="2xx"} 0',
    'cairn_request_seconds_bucket{le="0.005",method="GET",route="/conditions/:slug",status="2xx"} 2',
    'cairn_request_seconds_bucket{le="+Inf",method="GET",route="/conditions/:slug",status="2xx"} 2',
    'cairn_request_seconds_sum{method="GET",route="/conditions/:slug",status="2xx"} 0.008',
    'cairn_page_cache_requests_total{outcome="hit"} 1',
    'cairn_job_seconds_count{job="search.index",outcome="failed"} 1',
    'cairn_database_connections{state="busy"} 3',
    'cairn_page_cache_bytes 4096',
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).toContain('process_resident_memory_bytes');
});
