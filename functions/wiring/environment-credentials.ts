import { readCredentials } from './configuration'

/**
 * In a bundle this stands for the AWS SDK's default provider chain (serverless.yml, custom.esbuild.alias): Lambda sets its role's credentials in the
 * environment, and the rest of the chain (SSO, STS, profiles, processes) is a quarter of the bytes.
 */
export const defaultProvider = () => async () => readCredentials()
