const rules = new Map<string, Intl.PluralRules>()

/** A number with its noun: `3 товара`. Forms that a language lacks fall back to `other`. */
export function plural(
  language: string,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  let rule = rules.get(language)
  if (!rule) {
    rule = new Intl.PluralRules(language)
    rules.set(language, rule)
  }
  return `${count} ${forms[rule.select(count)] ?? forms.other}`
}
