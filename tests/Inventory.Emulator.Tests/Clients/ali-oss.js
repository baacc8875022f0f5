// ali-oss, as it is installed, against the OSS wire. One argument: a JSON object of endpoint, id, secret, token, bucket, destination and customDomain.
'use strict';

const OSS = require('ali-oss');
const { check, succeed, fail, run } = require('./checks');

console.warn = () => {}; // A token that is never renewed is warned of with each client.
const server = JSON.parse(process.argv[2]);
const port = new URL(server.endpoint).port;
const rulesOfPages = 250;

const read = (error) => ({ status: error.status, code: error.code, requestId: error.requestId, message: error.message });
const describe = (error) => JSON.stringify(read(error));
const works = (name, action) => succeed(name, action, describe);
const refused = (name, status, code, action) => fail(name, status, code, action, read);

const addresses = {
  path: { endpoint: `http://localhost:${port}`, sldEnable: true },
  address: { endpoint: `http://127.0.0.1:${port}` },
  virtualHosted: { endpoint: `http://oss-cn-hangzhou.aliyuncs.com:${port}` },
  localhost: { endpoint: `http://localhost:${port}` },
  customDomain: { endpoint: `http://${server.customDomain}:${port}`, cname: true, bucket: server.bucket },
};

function connect(address, version, more = {}) {
  return new OSS({
    accessKeyId: server.id,
    accessKeySecret: server.secret,
    ...(server.token ? { stsToken: server.token } : {}),
    region: 'oss-cn-hangzhou',
    secure: false,
    authorizationV4: version === 'V4',
    retryMax: 0,
    timeout: 20000,
    ...addresses[address],
    ...more,
  });
}

const rule = (id, more = {}) => ({
  id,
  isEnabled: true,
  prefix: 'logs/2026 数据/',
  frequency: 'Daily',
  includedObjectVersions: 'All',
  OSSBucketDestination: {
    format: 'CSV',
    accountId: '100000000000000',
    rolename: 'AliyunOSSRole',
    bucket: server.destination,
    prefix: 'out',
    encryption: { 'SSE-KMS': { keyId: 'key-1' } },
  },
  optionalFields: { field: ['Size', 'LastModifiedDate', 'ETag', 'StorageClass', 'IsMultipartUploaded', 'EncryptionStatus'] },
  ...more,
});

const minimal = {
  id: 'minimal',
  isEnabled: false,
  frequency: 'Weekly',
  includedObjectVersions: 'Current',
  OSSBucketDestination: { format: 'CSV', accountId: '100000000000000', rolename: 'AliyunOSSRole', bucket: server.destination },
};

async function inventory(address, version) {
  const at = (name) => `${address}, ${version}: ${name}`;
  const oss = connect(address, version);
  const { bucket } = server;
  const odd = 'a b+数%';

  await refused(at('a list of no rules'), 404, 'NoSuchInventory', () => oss.listBucketInventory(bucket));

  await works(at('put'), () => oss.putBucketInventory(bucket, rule('full')));
  const full = (await works(at('get'), () => oss.getBucketInventory(bucket, 'full')))?.inventory;
  const isWhole = full && full.id === 'full' && full.isEnabled === true && full.prefix === 'logs/2026 数据/' && full.frequency === 'Daily'
    && full.includedObjectVersions === 'All' && full.OSSBucketDestination.bucket === server.destination && full.OSSBucketDestination.rolename === 'AliyunOSSRole'
    && full.OSSBucketDestination.prefix === 'out' && full.optionalFields.field.length === 6;
  check(at('what was put comes back'), isWhole, JSON.stringify(full));

  await works(at('put of the least'), () => oss.putBucketInventory(bucket, minimal));
  const least = (await works(at('get of the least'), () => oss.getBucketInventory(bucket, 'minimal')))?.inventory;
  check(at('the least comes back'), least && least.isEnabled === false && !least.prefix && least.frequency === 'Weekly', JSON.stringify(least));

  await works(at('put of an id with a space, a plus and a percent sign'), () => oss.putBucketInventory(bucket, rule(odd)));
  const found = (await works(at('get of it'), () => oss.getBucketInventory(bucket, odd)))?.inventory;
  check(at('its id comes back'), found && found.id === odd, JSON.stringify(found));

  await refused(at('put again'), 409, 'InventoryConfigurationAlreadyExists', () => oss.putBucketInventory(bucket, rule('full')));
  await refused(at('get of none'), 404, 'NoSuchInventory', () => oss.getBucketInventory(bucket, 'missing'));
  await refused(at('a prefix that the client does not escape'), 400, 'MalformedXML', () => oss.putBucketInventory(bucket, rule('amp', { prefix: 'a&b<' })));
  await refused(at('a frequency that does not exist'), 400, 'InvalidArgument', () => oss.putBucketInventory(bucket, rule('hourly', { frequency: 'Hourly' })));
  await refused(at('another secret'), 403, 'SignatureDoesNotMatch', () => connect(address, version, { accessKeySecret: 'wrong' }).getBucketInventory(bucket, 'full'));
  await refused(at('an unknown key'), 403, 'InvalidAccessKeyId', () => connect(address, version, { accessKeyId: 'nobody' }).getBucketInventory(bucket, 'full'));
  await refused(at('another token'), 403, 'InvalidSecurityToken', () => connect(address, version, { stsToken: 'wrong' }).getBucketInventory(bucket, 'full'));
  if (address !== 'customDomain') {
    await refused(at('a bucket that does not exist'), 404, 'NoSuchBucket', () => oss.listBucketInventory('no-such-bucket'));
  }

  for (const id of ['full', 'minimal', odd, 'missing']) {
    const gone = await works(at(`delete of ${id}`), () => oss.deleteBucketInventory(bucket, id));
    check(at(`the answer to the delete of ${id}`), gone && gone.status === 204, gone && gone.status);
  }
}

async function pages(version) {
  const oss = connect('path', version);
  const ids = Array.from({ length: rulesOfPages }, (_, i) => `r${String(i).padStart(4, '0')}`);
  for (const id of ids) {
    await works(`put of ${id}`, () => oss.putBucketInventory(server.bucket, rule(id)));
  }

  const seen = [];
  const sizes = [];
  let continuationToken;
  do {
    const page = await oss.listBucketInventory(server.bucket, { continuationToken });
    sizes.push(page.inventoryList.length);
    seen.push(...page.inventoryList.map((one) => one.id));
    check('a page has a token where it is not the last', page.isTruncated === Boolean(page.nextContinuationToken), JSON.stringify(page.nextContinuationToken));
    continuationToken = page.isTruncated ? page.nextContinuationToken : undefined;
  } while (continuationToken);
  check(`${version}: ${rulesOfPages} rules in pages of 100, in order`, sizes.join() === '100,100,50' && seen.join() === ids.join(), sizes.join());

  for (const id of ids) {
    await works(`delete of ${id}`, () => oss.deleteBucketInventory(server.bucket, id));
  }
  await refused('no rule is left', 404, 'NoSuchInventory', () => oss.listBucketInventory(server.bucket));
}

async function buckets(version) {
  const at = (name) => `buckets, ${version}: ${name}`;
  const name = `made-by-client-${version.toLowerCase()}`;
  const oss = connect('path', version);
  await works(at('put'), () => oss.putBucket(name));
  const location = await works(at('location'), () => oss.getBucketLocation(name));
  check(at('the location'), location && location.location === 'oss-cn-hangzhou', JSON.stringify(location && location.location));
  const info = await works(at('info'), () => oss.getBucketInfo(name));
  check(at('the info'), info && info.bucket.Name === name && info.bucket.Location === 'oss-cn-hangzhou', JSON.stringify(info && info.bucket));
  const all = await works(at('list'), () => oss.listBuckets());
  check(at('the list'), all && all.buckets.some((one) => one.name === name), JSON.stringify(all && all.buckets));
  const some = await works(at('list of a prefix'), () => oss.listBuckets({ prefix: name }));
  check(at('the list of a prefix'), some && some.buckets.length === 1, JSON.stringify(some && some.buckets));
  oss.useBucket(name);
  await works(at('objects'), () => oss.list());
  await works(at('objects, version 2'), () => oss.listV2());
  await works(at('put of a rule'), () => oss.putBucketInventory(name, rule('in-a-new-bucket')));
  await works(at('get of the rule'), () => oss.getBucketInventory(name, 'in-a-new-bucket'));
  await works(at('delete'), () => oss.deleteBucket(name));
  await refused(at('delete again'), 404, 'NoSuchBucket', () => oss.deleteBucket(name));
  oss.useBucket(server.bucket);
  await refused(at('what the emulator does not do'), 501, 'NotImplemented', () => oss.getBucketLifecycle(server.bucket));
}

async function links() {
  const none = { inventory: '', inventoryId: 'missing' };
  const first = connect('path', 'V1');
  first.useBucket(server.bucket);
  const v1 = await fetch(first.signatureUrl('', { method: 'GET', subResource: none, expires: 600 }).replace('localhost', '127.0.0.1'));
  check('a signed link, V1', v1.status === 404 && (await v1.text()).includes('<Code>NoSuchInventory</Code>'), v1.status);
  const fourth = connect('path', 'V4');
  fourth.useBucket(server.bucket);
  const link = await fourth.signatureUrlV4('GET', 600, { queries: { inventory: null, inventoryId: 'missing' } }, '', []);
  const v4 = await fetch(link.replace('localhost', '127.0.0.1'));
  check('a signed link, V4', v4.status === 404 && (await v4.text()).includes('<Code>NoSuchInventory</Code>'), `${v4.status} ${link}`);
}

const versions = ['V1', 'V4'];
run([
  ...Object.keys(addresses).flatMap((address) => versions.map((version) => [`${address}, ${version}`, () => inventory(address, version)])),
  ...versions.map((version) => [`pages, ${version}`, () => pages(version)]),
  ...versions.map((version) => [`buckets, ${version}`, () => buckets(version)]),
  ['signed links', links],
]);
