/** A specialised committee that a neighbourhood council may form. */
export type CommitteeKind = {
  readonly key: string;
  readonly titleFa: string;
  readonly titleEn: string;
  readonly isEmergency: boolean;
};

const kind = (key: string, titleFa: string, titleEn: string, isEmergency = false): CommitteeKind => ({
  key,
  titleFa,
  titleEn,
  isEmergency,
});

/** The sets of committees that a province can choose from. A province works with one set. */
export const COMMITTEE_SETS = {
  lorestan: [
    kind('health', 'سلامت', 'Health'),
    kind('civil_works', 'عمران و زیرساخت', 'Civil works and infrastructure'),
    kind('vitality_sport', 'نشاط و ورزش', 'Vitality and sport'),
    kind('security_social_harms', 'امنیت عمومی و آسیب‌های اجتماعی', 'Public security and social harms'),
    kind('support_livelihood', 'حمایت و معیشت', 'Support and livelihood'),
    kind('culture_education_religion', 'فرهنگ، آموزش و دین', 'Culture, education and religion'),
  ],
  markazi: [
    kind('health_treatment', 'بهداشت و درمان', 'Health and treatment'),
    kind('livelihood_support', 'حمایت معیشتی', 'Livelihood support'),
    kind('public_security', 'امنیت عمومی', 'Public security'),
    kind('culture', 'فرهنگ', 'Culture'),
    kind('civil_works_local_services', 'عمران و خدمات محلی', 'Civil works and local services'),
    kind('environment', 'محیط زیست', 'Environment'),
    kind('crisis_management', 'مدیریت بحران', 'Crisis management', true),
  ],
} as const satisfies Record<string, readonly CommitteeKind[]>;

/** The name of a set of committees. */
export type CommitteeSet = keyof typeof COMMITTEE_SETS;

/** The names of the sets, for an input. */
export const COMMITTEE_SET_NAMES = ['lorestan', 'markazi'] as const satisfies readonly CommitteeSet[];

/** The set that a province begins with: its own when it has named one, else the national default. */
export const committeeSetOf = (province: string): CommitteeSet => (province === 'markazi' ? 'markazi' : 'lorestan');
