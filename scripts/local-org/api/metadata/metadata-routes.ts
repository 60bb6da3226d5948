import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SYSTEM } from '../../data/transaction.ts';
import { makeId } from '../../data/values/id.ts';
import type { DeployedComponent } from '../../metadata/deploy/metadata-format.ts';
import type { SourceTree } from '../../metadata/source-tree.ts';
import { ApiError, errorAnswer } from '../errors.ts';
import type { ApiOrg } from '../org-parts.ts';
import type { Sessions } from '../sessions.ts';
import { acceptXml, parseSoap, soapAnswer, soapFault, xmlOf } from '../soap.ts';
import {
  archiveOf,
  componentsIn,
  describeTypes,
  destructiveArchive,
  readRecords,
  requireWritable,
  saveResults,
} from './component-calls.ts';
import type { ComponentCall } from './component-calls.ts';
import { readDeployOptions } from './deploy-request.ts';
import { deployResult } from './deploy-result.ts';
import type { Deployment } from './deploy-result.ts';
import type { Deployments } from './deployments.ts';
import { multipartFiles } from './multipart.ts';
import { listComponents, retrieve } from './retrieval.ts';
import type { Retrieval } from './retrieval.ts';

/** What the Metadata API works with. */
export interface MetadataRouteOptions {
  readonly org: ApiOrg;
  readonly sessions: Sessions;
  readonly tree: SourceTree;
  /** Absent for an org whose source is a folder that people edit. */
  readonly deployments?: Deployments;
  /** The user of a REST request; throws when there is none. */
  readonly userOf: (request: FastifyRequest) => string;
}

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const NOT_DEPLOYABLE =
  'This org serves the source of a folder: change the files there and start it again. An org to deploy into is started by npm start -- --empty';

/** So many of the last retrievals are kept, to be fetched. */
const MOST_RETRIEVALS = 20;

/** The Metadata API: deployments by SOAP and by REST, retrievals and lists of components by SOAP. */
export function metadataRoutes(server: FastifyInstance, options: MetadataRouteOptions, done: () => void): void {
  acceptXml(server);
  server.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
  const retrievals = new Map<string, Retrieval>();
  server.post('/services/Soap/m/:version', (request, reply) => answerSoap(options, retrievals, request, reply));
  server.post('/services/data/:version/metadata/deployRequest', (request, reply) => {
    const userId = options.userOf(request);
    const { validatedDeployRequestId } = (request.body ?? {}) as { validatedDeployRequestId?: unknown };
    if (validatedDeployRequestId !== undefined) {
      const { id } = startValidated(options, userId, String(validatedDeployRequestId));
      return reply.code(201).send({ id, validatedDeployRequestId, deployResult: deployResult(deployments(options).find(id), false) });
    }
    const files = multipartFiles(request.headers['content-type'] ?? '', request.body);
    const archive = files.get('file');
    if (archive === undefined) throw new ApiError(400, 'MISSING_ARGUMENT', 'The request must hold the archive as its part "file"');
    const { deployOptions } = JSON.parse(files.get('entity_content')?.toString() ?? '{}') as { deployOptions?: unknown };
    const { id } = start(options, userId, archive, deployOptions);
    return reply.code(201).send({ id, deployOptions, deployResult: deployResult(deployments(options).find(id), false) });
  });
  server.get('/services/data/:version/metadata/deployRequest/:id', (request, reply) => {
    requireDeployer(options, options.userOf(request));
    const { includeDetails } = request.query as { includeDetails?: string };
    const { id } = request.params as { id: string };
    const deployment = deployments(options).find(id);
    return reply.send({ id, deployOptions: deployment.options, deployResult: deployResult(deployment, includeDetails === 'true') });
  });
  server.patch('/services/data/:version/metadata/deployRequest/:id', (request, reply) => {
    requireDeployer(options, options.userOf(request));
    const { deployResult: wanted } = (request.body ?? {}) as { deployResult?: { status?: unknown } };
    if (wanted?.status !== 'Canceling') {
      throw new ApiError(400, 'INVALID_FIELD', 'The only thing that can be changed of a deployment is its status, to "Canceling"');
    }
    const { id } = request.params as { id: string };
    return reply.code(202).send({ id, deployResult: deployResult(deployments(options).cancel(id), false) });
  });
  done();
}

/** Retrievals by their id. */
type Retrievals = Map<string, Retrieval>;

async function answerSoap(
  options: MetadataRouteOptions,
  retrievals: Retrievals,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  void reply.type('text/xml; charset=utf-8');
  const { sessionId, operation, arguments: given } = parseSoap(request.body);
  const userId = options.sessions.user(sessionId ?? '');
  if (userId === undefined) return reply.code(500).send(soapFault(NAMESPACE, 'INVALID_SESSION_ID', 'Session expired or invalid'));
  try {
    const { version } = request.params as { version: string };
    if (operation === 'readMetadata') {
      requireDeployer(options, userId);
      const records = readRecords(options.tree, String(given.type), listOf(given.fullNames));
      return await reply.send(soapAnswer(NAMESPACE, `<readMetadataResponse>${records}</readMetadataResponse>`));
    }
    const written = await write(options, userId, operation, given, String(request.body));
    const result = written ?? perform(options, retrievals, userId, { operation, given, version });
    return await reply.send(soapAnswer(NAMESPACE, `<${operation}Response>${xmlOf('result', result)}</${operation}Response>`));
  } catch (error) {
    const [first] = errorAnswer(error).body;
    return await reply.code(500).send(soapFault(NAMESPACE, first?.errorCode ?? 'UNKNOWN_EXCEPTION', first?.message ?? String(error)));
  }
}

/** What each part of a component call did; undefined for other operations. */
async function write(
  options: MetadataRouteOptions,
  userId: string,
  operation: string,
  given: Readonly<Record<string, unknown>>,
  body: string,
): Promise<Record<string, unknown>[] | undefined> {
  const { tree } = options;
  const deploy = (archive: Buffer): Promise<Deployment> =>
    deployments(options).deploy(deployer(options, userId), archive, readDeployOptions({ rollbackOnError: false }));
  if (operation === 'deleteMetadata') {
    const type = String(given.type);
    requireWritable(type);
    const fullNames = listOf(given.fullNames);
    const gone = await deploy(destructiveArchive(type, fullNames));
    return saveResults(
      fullNames.map((fullName) => ({ type, fullName })),
      gone,
    );
  }
  const verb = /^(create|update|upsert)Metadata$/.exec(operation)?.[1];
  if (verb === undefined) return undefined;
  const components = componentsIn(body);
  const exists = (component: ComponentCall): boolean =>
    listComponents(tree, [component.type]).some(({ fullName }) => fullName === component.fullName);
  const before = new Map(components.map((component) => [component, exists(component)]));
  const wrong = components.filter((component) => before.get(component) === { create: true, update: false }[verb]);
  const right = components.filter((component) => !wrong.includes(component));
  const done = right.length === 0 ? [] : saveResults(right, await deploy(archiveOf(right, tree)));
  return components.map((component) => {
    const { type, fullName } = component;
    if (wrong.includes(component)) return { errors: [misplaced(verb, type, fullName)], fullName, success: false };
    const created = verb === 'upsert' && { created: before.get(component) === false };
    return { ...created, ...done[right.indexOf(component)] };
  });
}

function misplaced(verb: string, type: string, fullName: string): object {
  return verb === 'create'
    ? { message: `There is already a component of this type with the name ${fullName}: ${type}`, statusCode: 'DUPLICATE_DEVELOPER_NAME' }
    : { message: `In field: fullName - no ${type} named ${fullName} found`, statusCode: 'INVALID_CROSS_REFERENCE_KEY' };
}

function listOf(given: unknown): string[] {
  return given === undefined ? [] : (Array.isArray(given) ? given : [given]).map(String);
}

function perform(
  options: MetadataRouteOptions,
  retrievals: Retrievals,
  userId: string,
  { operation, given, version }: { operation: string; given: Readonly<Record<string, unknown>>; version: string },
): unknown {
  switch (operation) {
    case 'deploy': {
      const { id, status } = start(options, userId, Buffer.from(String(given.ZipFile ?? ''), 'base64'), given.DeployOptions);
      return { done: false, id, state: status === 'Pending' ? 'Queued' : status };
    }
    case 'deployRecentValidation':
      return startValidated(options, userId, String(given.validationId ?? '')).id;
    case 'cancelDeploy': {
      requireDeployer(options, userId);
      const { id, status } = deployments(options).cancel(String(given.String ?? given.id ?? ''));
      return { done: status === 'Canceled', id };
    }
    case 'checkDeployStatus': {
      requireDeployer(options, userId);
      const deployment = deployments(options).find(String(given.asyncProcessId ?? ''));
      return deployResult(deployment, String(given.includeDetails) === 'true');
    }
    case 'retrieve': {
      requireDeployer(options, userId);
      const { unpackaged } = (given.request ?? {}) as { unpackaged?: unknown };
      let number = Date.now() % 1_000_000_000;
      while (retrievals.has(makeId('09S', number))) number += 1;
      const id = makeId('09S', number);
      const [oldest] = retrievals.keys();
      if (oldest !== undefined && retrievals.size >= MOST_RETRIEVALS) retrievals.delete(oldest);
      retrievals.set(id, retrieve(options.tree, unpackaged, version));
      return { done: false, id, state: 'Queued' };
    }
    case 'checkRetrieveStatus': {
      requireDeployer(options, userId);
      const id = String(given.asyncProcessId ?? '');
      const retrieval = retrievals.get(id);
      if (retrieval === undefined) throw new ApiError(404, 'INVALID_CROSS_REFERENCE_KEY', `There is no retrieval ${id} any more`);
      return retrieveResult(id, userId, retrieval);
    }
    case 'describeMetadata':
      requireDeployer(options, userId);
      return describeTypes();
    case 'listMetadata': {
      requireDeployer(options, userId);
      const queries = Array.isArray(given.queries) ? given.queries : [given.queries];
      const types = queries.map((query) => String((query as { type?: unknown } | undefined)?.type ?? ''));
      return listComponents(options.tree, types).map((component) => fileProperties(component, userId));
    }
    default:
      throw ApiError.unsupported(`${operation} of the Metadata API`);
  }
}

function retrieveResult(id: string, userId: string, { archive, components, missing }: Retrieval): Record<string, unknown> {
  const problem = (type: string, fullName: string): string => `Entity of type '${type}' named '${fullName}' cannot be found`;
  return {
    done: true,
    fileProperties: components.map((component) => fileProperties(component, userId)),
    id,
    messages: missing.map(({ type, fullName }) => ({ fileName: 'unpackaged/package.xml', problem: problem(type, fullName) })),
    status: 'Succeeded',
    success: true,
    zipFile: archive.toString('base64'),
  };
}

function fileProperties({ type, fullName, archivePath }: DeployedComponent, userId: string): Record<string, unknown> {
  const stamp = new Date().toISOString();
  return {
    createdById: userId,
    createdByName: '',
    createdDate: stamp,
    fileName: `unpackaged/${archivePath}`,
    fullName,
    id: '',
    lastModifiedById: userId,
    lastModifiedByName: '',
    lastModifiedDate: stamp,
    manageableState: 'unmanaged',
    type,
  };
}

function start(options: MetadataRouteOptions, userId: string, archive: Buffer, deployOptions: unknown): Deployment {
  return deployments(options).start(deployer(options, userId), archive, readDeployOptions(deployOptions));
}

function startValidated(options: MetadataRouteOptions, userId: string, validationId: string): Deployment {
  return deployments(options).startValidated(deployer(options, userId), validationId);
}

/** Who deploys; throws when the user may not. */
function deployer(options: MetadataRouteOptions, userId: string): { id: string; name: string } {
  requireDeployer(options, userId);
  return options.org.transaction(userId, (transaction) => {
    const { records } = transaction.query('SELECT Name FROM User WHERE Id = :id', { ...SYSTEM, binds: new Map([['id', userId]]) });
    return { id: userId, name: String(records[0]?.get('Name') ?? '') };
  });
}

function deployments(options: MetadataRouteOptions): Deployments {
  if (options.deployments === undefined) throw new ApiError(400, 'INSUFFICIENT_ACCESS', NOT_DEPLOYABLE);
  return options.deployments;
}

function requireDeployer({ org }: MetadataRouteOptions, userId: string): void {
  if (!org.security.hasUserPermission(userId, 'CustomizeApplication')) {
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', 'Deploying takes the permission Customize Application: log in as the administrator');
  }
}
