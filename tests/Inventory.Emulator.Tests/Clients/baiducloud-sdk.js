// @baiducloud/sdk, as it is installed, against the BOS wire. It has no inventory, so its raw call is used.
// One argument: a JSON object of endpoint, id, secret, token, bucket, destination and customDomain.
'use strict';

const { BosClient } = require('@baiducloud/sdk');
const { check, succeed, fail, run } = require('./checks');

const server = JSON.parse(process.argv[2]);
const port = new URL(server.endpoint).port;
const mostRules = 20;
const rulesOfList = 250;

const read = (error) => ({ status: error.status_code, code: error.code, requestId: error.request_id, message: error.message });
const describe = (error) => JSON.stringify(read(error));
const works = (name, action) => succeed(name, action, describe);
const refused = (name, status, code, action) => fail(name, status, code, action, read);

const addresses = {
  address: { endpoint: `http://127.0.0.1:${port}` },
  path: { endpoint: `http://localhost:${port}`, pathStyleEnable: true },
  virtualHosted: { endpoint: `http://bj.bcebos.com:${port}` },
  versioned: { endpoint: `http://${server.bucket}.localhost:${port}`, customGenerateUrl: () => `http://${server.bucket}.localhost:${port}` },
  customDomain: { endpoint: `http://${server.customDomain}:${port}`, cname_enabled: true },
};

function connect(address, { id = server.id, secret = server.secret, token = server.token } = {}) {
  return new BosClient({ credentials: { ak: id, sk: secret }, ...(token ? { sessionToken: token } : {}), ...addresses[address] });
}

const rule = (id, more = {}) => ({
  id,
  status: 'enabled',
  resource: [`${server.bucket}/logs/2026 数据&<>/*`],
  schedule: 'Weekly',
  destination: { targetBucket: server.destination, targetPrefix: 'out/', format: 'CSV' },
  ...more,
});

function call(bos, method, params, body, bucketName = server.bucket) {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return bos.sendRequest(method, { bucketName, params: { inventory: '', ...params }, ...(text === undefined ? {} : { body: text }), config: {} });
}

async function inventory(address) {
  const at = (name) => `${address}: ${name}`;
  const bos = connect(address);
  const id = 'inv-full_1.x';

  const none = await works(at('a list of no rules'), () => call(bos, 'GET'));
  check(at('it is empty'), none && none.body.inventoryRuleList.length === 0, JSON.stringify(none && none.body));

  const put = await works(at('put'), () => call(bos, 'PUT', { id }, rule(id)));
  check(at('the answer names the request'), put && put.http_headers['x-bce-request-id'], JSON.stringify(put && put.http_headers));
  const got = await works(at('get'), () => call(bos, 'GET', { id }));
  check(at('what was put comes back'), got && JSON.stringify(got.body) === JSON.stringify(rule(id)), JSON.stringify(got && got.body));

  await works(at('put over it'), () => call(bos, 'PUT', { id }, rule(id, { schedule: 'Monthly', monthlyDate: 15, includedObjectVersions: 'All' })));
  const again = await works(at('get of what is there now'), () => call(bos, 'GET', { id }));
  check(at('it was overwritten'), again && again.body.schedule === 'Monthly' && again.body.monthlyDate === 15, JSON.stringify(again && again.body));

  const others = Array.from({ length: mostRules - 1 }, (_, i) => `r${i + 1}`);
  for (const other of others) {
    await works(at(`put of ${other}`), () => call(bos, 'PUT', { id: other }, rule(other)));
  }
  await refused(at('one rule too many'), 400, 'InvalidArgument', () => call(bos, 'PUT', { id: 'more' }, rule('more')));
  const list = await works(at('list'), () => call(bos, 'GET'));
  check(at('a full bucket'), list && list.body.inventoryRuleList.length === mostRules, JSON.stringify(list && list.body));

  await refused(at('get of none'), 404, 'NoSuchInventoryConfiguration', () => call(bos, 'GET', { id: 'missing' }));
  await refused(at('delete of none'), 404, 'NoSuchInventoryConfiguration', () => call(bos, 'DELETE', { id: 'missing' }));
  await refused(at('a body that is not whole'), 400, 'MalformedJSON', () => call(bos, 'PUT', { id: 'r1' }, '{"id":'));
  await refused(at('a body that is no rule'), 400, 'InappropriateJSON', () => call(bos, 'PUT', { id: 'r1' }, { id: 'r1' }));
  await refused(at('another secret'), 403, 'SignatureDoesNotMatch', () => call(connect(address, { secret: 'wrong' }), 'GET', { id }));
  await refused(at('an unknown key'), 403, 'InvalidAccessKeyId', () => call(connect(address, { id: 'nobody' }), 'GET', { id }));
  await refused(at('another token'), 400, 'InvalidSessionToken', () => call(connect(address, { token: 'wrong' }), 'GET', { id }));
  if (address !== 'customDomain' && address !== 'versioned') {
    await refused(at('a bucket that does not exist'), 404, 'NoSuchBucket', () => call(bos, 'GET', {}, undefined, 'no-such-bucket'));
  }

  for (const one of [id, ...others]) {
    await works(at(`delete of ${one}`), () => call(bos, 'DELETE', { id: one }));
  }
}

// A bucket holds 20 rules, so 250 of them are what somebody wrote before the limit was: the test seeds them.
async function longList() {
  const list = await works('list of seeded rules', () => call(connect('address'), 'GET', {}, undefined, server.crowded));
  const ids = list ? list.body.inventoryRuleList.map((one) => one.id) : [];
  check('all of them come at once', ids.length === rulesOfList && new Set(ids).size === rulesOfList, ids.length);
}

async function buckets() {
  const bos = connect('address');
  const name = 'made-by-client';
  await works('create a bucket', () => bos.createBucket(name));
  await works('head of it', () => bos.headBucket(name));
  const place = await works('its location', () => bos.getBucketLocation(name));
  check('the location', place && place.body.locationConstraint === 'bj', JSON.stringify(place && place.body));
  const all = await works('list of buckets', () => bos.listBuckets());
  check('the list of buckets', all && all.body.buckets.some((one) => one.name === name), JSON.stringify(all && all.body));
  await works('its objects', () => bos.listObjects(name));
  await works('put of a rule in it', () => call(bos, 'PUT', { id: 'r1' }, rule('r1', { resource: [`${name}/*`] }), name));
  await works('delete of it', () => bos.deleteBucket(name));
  await refused('delete of it again', 404, 'NoSuchBucket', () => bos.deleteBucket(name));
  await refused('what the emulator does not do', 501, 'NotImplemented', () => bos.putObjectFromString(server.bucket, 'key', 'text'));
}

run([
  ...Object.keys(addresses).map((address) => [address, () => inventory(address)]),
  ['a long list', longList],
  ['buckets', buckets],
]);
