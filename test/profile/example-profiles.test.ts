import { fileURLToPath } from 'node:url'
import { check } from 'city-context/check'
import { describe, expect, it } from 'vitest'
import { runCli } from '../support/run-cli.js'

const folder = fileURLToPath(new URL('../../examples/profiles/', import.meta.url))
const now = new Date('2026-11-23T10:00:00Z')

describe('the three example profiles', () => {
  it('are a base and two towns, and lint finds nothing', async () => {
    for (const name of ['gemeenten', 'nieuwerdam', 'voorbeeldstad']) {
      const result = await runCli(['profile', 'lint', `${folder}${name}.profile.yaml`])
      expect([name, result.code, result.stdout]).toEqual([name, 0, 'Nothing to say.\n'])
    }
  })

  it("profile diff names the second town's override", async () => {
    const result = await runCli([
      'profile',
      'diff',
      `${folder}gemeenten.profile.yaml`,
      `${folder}nieuwerdam.profile.yaml`,
    ])
    expect(result.code).toBe(1)
    expect(result.stdout).toContain(
      '~ models.OffStreetParking.attributes.status.level: "recommended" → "mandatory"',
    )
    expect(result.stdout).toMatch(
      /~ models\.OffStreetParking\.attributes\.status\.values: .*almostFull.* → \["open","closed","full"\]/,
    )
  })

  it("the second town's supplier breaks that override, and the base only by its ids", async () => {
    const source = `${folder}nieuwerdam-supplier.ndjson`
    const second = await check(source, { profile: `${folder}nieuwerdam.profile.yaml`, now })
    expect(second.conformant).toBe(false)
    expect(
      second.rules.filter(({ severity }) => severity === 'error').map(({ rule, count }) => [rule, count]),
    ).toEqual([['profile.values', 2]])
    expect(second.waived).toMatchObject([{ rule: 'profile.mandatory', count: 3 }])
    const base = await check(source, { profile: `${folder}gemeenten.profile.yaml`, now })
    expect(base.findings.filter(({ rule }) => rule === 'profile.values')).toEqual([])
    const command = await runCli(['check', source, '--profile', `${folder}nieuwerdam.profile.yaml`])
    expect(command.code).toBe(1)
    expect(command.stdout).toContain('"almostFull" is not allowed by the profile')
  })
})
