-- Asks for the addresses of a file in turns and prints what wrk measured as one line of JSON.
-- wrk ... -s wrk.lua http://127.0.0.1:8000 -- FILE
local addresses = {}
local next_one = 0

local threads = 0
function setup(thread)
  thread:set("first", threads * 37) -- threads begin at different places
  threads = threads + 1
end

function init(args)
  for line in io.lines(args[1]) do
    addresses[#addresses + 1] = wrk.format("GET", line)
  end
  next_one = first % #addresses
end

function request()
  next_one = next_one % #addresses + 1
  return addresses[next_one]
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format(
    'JSON {"p50_ms": %.3f, "p95_ms": %.3f, "p99_ms": %.3f, "requests": %d, "failed": %d, "seconds": %.3f}',
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    summary.requests, failed, summary.duration / 1e6))
end
