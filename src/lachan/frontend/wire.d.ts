// What the browser is told. Made by tools/wire_types.py from the Python types: change those.

// Nothing to show yet.
export interface NothingJson {}

export interface Ack {
  item_id: string;
  seq: number;
  saved: boolean;
  current_seq: number;
  reason: Refusal | null;
  message: string;
}

export interface ActJson {
  number: number;
  at: string;
  act: string;
  subject: string;
  amount: number;
  who: string;
  reason: string;
}

export interface AimJson {
  value: string;
  label: string;
}

export interface AnchorJson {
  grade: number;
  label: string;
  outcomes: string[];
  note: string;
}

export type AnswerJson = string | string[] | Record<string, string> | Record<string, boolean>;

export interface AnsweringState {
  feedback: Record<string, FeedbackJson>;
  items: ItemJson[];
  media: Record<string, string>;
  notice: string;
  texts: Record<string, string>;
}

export type Asking = "chua" | "mo" | "dong" | "dap-an";

export type AttemptState = "not_started" | "working" | "submitted";

export interface AttemptView {
  contest: ContestView;
  pseudonym: string;
  entrant_number: string;
  entrant_name: string;
  state: AttemptState;
  number: number;
  attempts_left: number | null;
  can_start: boolean;
  form_code: string;
  items: FormItemJson[];
  answers: Record<string, SavedAnswer>;
  started_at: string | null;
  deadline: string | null;
  submitted_at: string | null;
  time_left_s: number;
  paused: boolean;
  current: boolean;
  message: string;
  server_now: string;
}

export interface AuthoringBandJson {
  band: Band;
  label: string;
  topics: AuthoringTopicJson[];
}

export interface AuthoringForm {
  band: Band;
  topic: string;
  entry: Record<string, unknown>;
  aside: Record<string, Record<string, unknown>>;
  draft: string;
  bank: string;
  kit: boolean;
  former_id: string;
}

export interface AuthoringLookJson {
  notes: NoteJson[];
  item: ItemJson | null;
  feedback: FeedbackJson | null;
  yaml: string;
}

export interface AuthoringMenuJson {
  folder: string;
  bands: AuthoringBandJson[];
  types: AimJson[];
  levels: AimJson[];
  sensitivities: AimJson[];
  law: CitableJson[];
  beliefs: AimJson[];
}

export interface AuthoringTopicJson {
  topic: string;
  title: string;
  objectives: AimJson[];
}

export type Band = "tieu-hoc" | "thcs" | "thpt" | "cong-dong";

export interface BandChoiceJson {
  band: Band;
  label: string;
  topics: TopicChoiceJson[];
}

export interface BandJson {
  band: Band;
  label: string;
  topics: TopicJson[];
}

export interface BarGroupJson {
  label: string;
  text: BlockNode[];
  bars: BarJson[];
}

export interface BarJson {
  label: string;
  text: BlockNode[];
  answer: BlockNode[];
  count: number;
  percent: number;
  key: boolean | null;
}

export interface BeliefJson {
  belief: string;
  right: string;
  count: number;
  percent: number;
}

export interface BlockJson {
  kind: BlockKind;
  label: string;
  title: string;
  nodes: BlockNode[];
  items: string[];
  comic: ComicJson | null;
  thread: ThreadJson | null;
}

export type BlockKind = "loi-dan" | "luu-y" | "muc-tieu" | "hoat-dong" | "thao-luan" | "tinh-huong" | "sam-vai" | "truyen-tranh" | "tin-nhan" | "kiem-tra-nhanh" | "hanh-dong" | "ho-tro" | "to-roi" | "ghi-chu-giao-vien" | "phieu" | "phieu-rieng" | "the-bai" | "bang-lon" | "ban-co" | "thu-ngo";

export type BlockNode = ParagraphNode | HeadingNode | BulletListNode | NumberedListNode | QuoteNode | FigureNode | TableNode;

export interface BlueprintChoiceJson {
  slug: string;
  title: string;
  band: string;
}

export interface BoardJson {
  contest: ContestJson;
  total: CountsJson;
  rooms: RoomCountsJson[];
  groups: GroupCountsJson[];
  paused: boolean;
  seats: SeatJson[];
  hidden: number;
}

export interface BreakNode {
  type: "break";
}

export interface BulletListNode {
  type: "bullet_list";
  items: BlockNode[][];
}

export interface CardsJson {
  cards: number;
  address: string;
}

export type CellUnit = "items" | "statements";

export interface ChoiceExplanation {
  citations: CitationJson[];
  skill: boolean;
  type: "single_choice" | "multiple_choice" | "true_false_group";
  options: OptionKeyJson[];
}

export interface CitableJson {
  id: string;
  label: string;
  summary: string;
  plain: string;
  warning: string;
}

export interface CitationJson {
  id: string;
  label: string;
  plain: string;
  dates: string;
  status: string;
  note: string;
}

export interface ComicJson {
  title: string;
  panels: ComicPanelJson[];
  ask: string[];
}

export interface ComicLineJson {
  label: string;
  text: string;
}

export interface ComicPanelJson {
  svg: string;
  alt: string;
  lines: ComicLineJson[];
}

export interface ContestJson {
  slug: string;
  title: string;
  state: ContestState;
  window: string;
  opens: string;
  closes: string;
  closes_local: string;
  left_s: number;
  minutes: number;
  attempts: number;
  entry: EntryMode;
  item_count: number;
  commitment: string;
  message: string;
  privacy: PrivacyJson;
}

export interface ContestOfficePageState {
  school: string;
  words: Record<string, string>;
}

export interface ContestOptionsJson {
  blueprints: ContestSourceJson[];
  practice: TrialJson[];
  rank_keys: Record<RankKey, string>;
}

export interface ContestRoomState {
  texts: Record<string, string>;
}

export interface ContestSourceJson {
  slug: string;
  title: string;
  band: Band;
}

export type ContestState = "upcoming" | "open" | "paused" | "over" | "closed" | "cancelled";

export interface ContestView {
  slug: string;
  short: string;
  title: string;
  band: Band;
  rules: BlockNode[];
  state: ContestState;
  opens_at: string;
  closes_at: string;
  minutes: number;
  attempts: number;
  entry: EntryMode;
  prediction: boolean;
  reveal: Reveal;
  item_count: number;
  practice: ItemJson | null;
  key_commitment: string;
  message: string;
  names: NameUse | null;
  erase_at: string | null;
  erased_at: string | null;
  server_now: string;
}

export interface ContestsJson {
  contests: ContestJson[];
}

export interface CountsJson {
  listed: number;
  entered: number;
  working: number;
  submitted: number;
}

export interface CriterionJson {
  text: BlockNode[];
  points: string;
}

export interface DayJson {
  iso: string;
  shown: string;
}

export interface EmphasisNode {
  type: "emphasis";
  children: InlineNode[];
}

export type Ending = "an-toan" | "can-giup";

export type EntryMode = "open" | "codes" | "roster";

export interface ErasedJson {
  count: number;
}

export interface EssayExplanation {
  citations: CitationJson[];
  skill: boolean;
  type: "essay";
  guide: BlockNode[];
  rubric: CriterionJson[];
}

export interface ExplanationHead {
  citations: CitationJson[];
  skill: boolean;
}

export type ExplanationJson = ChoiceExplanation | TypedExplanation | MatchingExplanation | OrderingExplanation | ScenarioExplanation | EssayExplanation;

export interface FaultJson {
  field: string;
  message: string;
}

export interface FaultyJson {
  supply: Record<string, number>[];
  state: "faults";
  faults: FaultJson[];
}

export interface FeedbackHead {
  item: string;
  maximum: string;
  explanation: ExplanationJson;
}

export interface FeedbackJson {
  item: string;
  maximum: string;
  explanation: ExplanationJson;
  response: AnswerJson | null;
  score: string | null;
  correct: boolean | null;
  right: number;
  total: number;
}

export interface FigureNode {
  type: "figure";
  path: string;
  alt: string;
}

export interface FileJson {
  name: string;
  type: string;
}

export interface FilledJson {
  part: number;
  counts: Record<string, string>;
}

export interface ForceJson {
  from: DayJson;
  to: DayJson | null;
}

export interface FormItemJson {
  id: string;
  type: ItemType;
  stem: BlockNode[];
  options: OptionJson[];
  targets: OptionJson[];
  scenes: SceneJson[];
  chat: boolean;
  words: number[] | null;
  unit: string;
  keyboard: "text" | "decimal" | "numeric";
  media: PictureJson | null;
  part: number;
}

export type FormMode = "same" | "different";

export interface FoundItemJson {
  stem: string;
  band: Band;
  topic: string;
}

export interface GainJson {
  rows: GainRowJson[];
  objectives: GainObjectiveJson[];
  total: GainNumbersJson;
}

export interface GainNumbersJson {
  answered: number;
  by_hand: number;
  held: boolean;
  before: number | null;
  after: number | null;
  gain: number | null;
}

export interface GainObjectiveJson {
  answered: number;
  by_hand: number;
  held: boolean;
  before: number | null;
  after: number | null;
  gain: number | null;
  text: string;
}

export interface GainRowJson {
  answered: number;
  by_hand: number;
  held: boolean;
  before: number | null;
  after: number | null;
  gain: number | null;
  stem: BlockNode[];
}

export interface GroupCountsJson {
  listed: number;
  entered: number;
  working: number;
  submitted: number;
  name: string;
}

export interface GroupJson {
  name: string;
  entrants: number;
  prizes: number[];
  all_correct: number;
  size_place: number;
  prize_place: number;
}

export interface HandFieldJson {
  choice: string;
  label: string;
  text: BlockNode[];
  count: number | null;
}

export interface HandPartJson {
  part: string;
  label: string;
  text: BlockNode[];
  fields: HandFieldJson[];
}

export interface HandsJson {
  parts: HandPartJson[];
  asks_answered: boolean;
  asks_right: boolean;
  answered: number | null;
  right: number | null;
}

export interface HeadingNode {
  type: "heading";
  level: number;
  children: InlineNode[];
}

export interface HelpJson {
  hotlines: HotlineJson[];
  places: PlaceJson[];
  contacts: string[];
}

export interface HotlineJson {
  number: string;
  name: string;
  when: string;
  hours: string;
  free: boolean;
}

export type InlineNode = TextNode | StrongNode | EmphasisNode | LinkNode | BreakNode;

export interface InvitationJson {
  code: string;
  shown: string;
  qr: string;
}

export interface InviteJson {
  address: string;
  qr: string;
}

export interface ItemJson {
  id: string;
  type: ItemType;
  stem: BlockNode[];
  options: OptionJson[];
  targets: OptionJson[];
  scenes: SceneJson[];
  chat: boolean;
  words: number[] | null;
  unit: string;
  keyboard: "text" | "decimal" | "numeric";
  media: PictureJson | null;
}

export type ItemType = "single_choice" | "multiple_choice" | "true_false_group" | "short_answer" | "short_text" | "matching" | "ordering" | "scenario" | "essay";

export interface ItemWriterState {
  answered: number;
  feedback: Record<string, FeedbackJson>;
  form: AuthoringForm | NothingJson;
  found: QuestionJson[];
  items: ItemJson[];
  look: AuthoringLookJson | NothingJson;
  media: Record<string, string>;
  menu: AuthoringMenuJson;
  notice: string;
  questions: QuestionJson[];
  texts: Record<string, string>;
  unread: string[];
  versions: VersionJson[];
  words: Record<string, string>;
}

export interface JobJson {
  title: string;
  parts: number;
  items: number;
  made: number;
  total: number;
  current: string;
  whole: boolean;
  name: string;
  size: number;
  codes: string[];
  fingerprint: string;
}

export interface LawBandJson {
  value: string;
  label: string;
}

export interface LawDocumentJson {
  from: DayJson;
  to: DayJson | null;
  id: string;
  number: string;
  kind: string;
  title: string;
  short: string;
  issuer: string;
  issued: string;
  amended_by: string[];
  replaced_by: string;
}

export interface LawEntryJson {
  from: DayJson;
  to: DayJson | null;
  id: string;
  document: string;
  place: string;
  article: string;
  clause: string;
  point: string;
  summary: string;
  plain: Record<string, string>;
  who: string;
  acts_for: string;
  names: string[];
  words: string[];
  status: string;
  checked: string;
  sources: string[];
  review_by: DayJson | null;
  replaced_by: string;
  lessons: TaughtJson[];
}

export interface LawJson {
  texts: Record<string, string>;
  help: HelpJson;
  bands: LawBandJson[];
  plainest: string[];
  suggested: string[];
  documents: LawDocumentJson[];
  entries: LawEntryJson[];
  lessons: LawLessonJson[];
  sources: Record<string, LawSourceJson>;
  links: LawLinksJson;
  read: string;
}

export interface LawLessonJson {
  id: string;
  slug: string;
  band: Band;
  title: string;
  summary: string;
  who: string;
}

export interface LawLinksJson {
  lesson: string;
  practice: string;
  print: string;
  offline: string;
}

export interface LawSourceJson {
  note: string;
  site: string;
}

export interface LessonCardJson {
  id: string;
  slug: string;
  title: string;
  band: Band;
  band_label: string;
  grades: string;
  minutes: number;
  summary: string;
  origin: Origin;
  years: number[];
  subjects: string[];
  words: string;
}

export interface LessonCornerState {
  ask: string;
  index: LessonCardJson[];
  links: LinkJson[];
  lookup: string;
  questions: FoundItemJson[];
  texts: Record<string, string>;
}

export interface LessonHeadJson {
  id: string;
  slug: string;
  title: string;
  band: Band;
  band_label: string;
  grades: string;
  minutes: number;
  summary: string;
}

export interface LessonJson {
  id: string;
  slug: string;
  title: string;
  band: Band;
  band_label: string;
  grades: string;
  minutes: number;
  summary: string;
  programme: AnchorJson[];
  questions: string[];
  key_points: string[];
  opening: BlockJson[];
  steps: StepJson[];
}

export interface LessonLinkJson {
  title: string;
  href: string;
}

export interface LessonPlayerState {
  feedback: Record<string, FeedbackJson>;
  help: HelpJson;
  index: LessonCardJson[];
  items: ItemJson[];
  lesson: LessonJson | NothingJson;
  links: LinkJson[];
  lookup: string;
  media: Record<string, string>;
  notice: string;
  presenter: string;
  staff: boolean;
  texts: Record<string, string>;
}

export type Level = "biet" | "hieu" | "van-dung";

export interface LevelChoiceJson {
  level: Level;
  label: string;
}

export interface LinkJson {
  label: string;
  href: string;
}

export interface LinkNode {
  type: "link";
  url: string;
  children: InlineNode[];
}

export interface ListedJson {
  slug: string;
  title: string;
}

export interface LiveClassState {
  counts: SeatCountsJson;
  feedback: Record<string, FeedbackJson>;
  help: HelpJson;
  invitation: InvitationJson;
  items: ItemJson[];
  keep_days: number[];
  media: Record<string, string>;
  menu: BandJson[];
  notice: string;
  open_rooms: OpenRoomJson[];
  pool: PoolJson | NothingJson;
  results_href: string;
  room: RoomJson;
  spread: SpreadJson | NothingJson;
  stage: "choose" | "room";
  texts: Record<string, string>;
}

export interface LogJson {
  acts: ActJson[];
}

export interface LookHead {
  supply: Record<string, number>[];
}

export type LookJson = FaultyJson | ShortJson | ReadyJson;

export interface LookedJson {
  contest: ContestJson;
  total: CountsJson;
  rooms: RoomCountsJson[];
  groups: GroupCountsJson[];
  paused: boolean;
  seats: SeatJson[];
  hidden: number;
  crowded: boolean;
}

export type Mark = "open" | "wrong" | "later" | "right";

export interface MatchingExplanation {
  citations: CitationJson[];
  skill: boolean;
  type: "matching";
  options: PairKeyJson[];
  extra: ReasonJson[];
}

export interface MessageJson {
  sender: string;
  own: boolean;
  leads: boolean;
  time: string;
  number: number | null;
  nodes: BlockNode[];
}

export interface NameUse {
  purposes: string[];
  erase_on: string;
  seen_by: string;
  withdraw: string;
  organiser: string;
}

export interface NamesJson {
  purposes: string[];
  seen_by: string;
  withdraw: string;
}

export interface NewCodeJson {
  code: string;
}

export interface NoteJson {
  field: string;
  message: string;
  hint: string;
  code: string;
  kind: "error" | "warning" | "reread";
}

export interface NumberedListNode {
  type: "numbered_list";
  start: number;
  items: BlockNode[][];
}

export interface OfficeFaultJson {
  error: string;
  fields: Record<string, string>;
}

export interface OfficeJson {
  contests: ContestJson[];
  role: Role;
  rights: Record<Right, boolean>;
}

export interface OfflineJson {
  items: ItemJson[];
  keys: Record<string, ExplanationJson>;
  media: Record<string, string>;
  texts: Record<string, string>;
}

export interface OpenRoomJson {
  code: string;
  title: string;
  plan: Plan;
  opened_at: string;
  ended: boolean;
  seats: number;
  keep_days: number;
  kept_until: string;
  at_lesson: boolean;
}

export interface OptionJson {
  id: string;
  text: BlockNode[];
}

export interface OptionKeyJson {
  id: string;
  reason: BlockNode[];
  key: boolean;
}

export interface OrderingExplanation {
  citations: CitationJson[];
  skill: boolean;
  type: "ordering";
  options: ReasonJson[];
}

export type Origin = "kit" | "edited" | "school";

export interface OutcomeJson {
  contest: ContestJson;
  entrants: number;
  all_correct: number;
  prediction: boolean;
  keys: string[];
  prizes: string[];
  minimum: string;
  named: boolean;
  start: number;
  rows: RankedJson[];
  groups: GroupJson[];
}

export interface OutsideJson {
  state: "outside";
  contest: ContestView;
}

export interface OwnJson {
  total: number;
  right: number;
  before: number | null;
  after: number | null;
}

export interface PairKeyJson {
  id: string;
  reason: BlockNode[];
  key: string;
}

export interface PaperForm {
  slug: string;
  title: string;
  authority: string;
  organiser: string;
  exam: string;
  school_year: string;
  subject: string;
  official: boolean;
  band: Band;
  date: string;
  minutes: string;
  forms: string;
  codes: string;
  code_digits: string;
  seed: string;
  mode: FormMode;
  base_forms: string;
  max_shared: string;
  max_exposure: string;
  key_balance: boolean;
  difficulty_tolerance: string;
  time_tolerance_s: string;
  include: string;
  exclude: string;
  previous: string;
  topics: string[];
  parts: PartForm[];
}

export interface PaperMakerState {
  answered: number;
  feedback: Record<string, FeedbackJson>;
  form: PaperForm | NothingJson;
  items: ItemJson[];
  job: JobJson;
  look: LookJson;
  media: Record<string, string>;
  menu: PaperMenuJson;
  notice: string;
  piece: PieceJson;
  preview: PreviewJson | NothingJson;
  roster: RosterJson | NothingJson;
  saved: SavedJson;
  spread: FilledJson;
  swap: SwapJson;
  texts: Record<string, string>;
}

export interface PaperMenuJson {
  blueprints: BlueprintChoiceJson[];
  bands: BandChoiceJson[];
  types: TypeChoiceJson[];
  levels: LevelChoiceJson[];
}

export interface ParagraphNode {
  type: "paragraph";
  children: InlineNode[];
}

export interface PartForm {
  type: ItemType;
  points: string;
  unit: CellUnit;
  use: Use | "";
  steps: string;
  counts: Record<string, string>;
}

export interface PersonJson {
  number: string;
  name: string;
  class: string;
  school: string;
}

export interface PhoneJson {
  title: string;
  kind: StopKind;
  state: Asking;
  place: number;
  ended: boolean;
  number: number;
  total: number;
  item: ItemJson | null;
  media: Record<string, string>;
  answer: AnswerJson | null;
  feedback: FeedbackJson | null;
  own: OwnJson | null;
  texts: Record<string, string> | null;
}

export interface PhoneSeatJson {
  code: string;
  seat: string;
}

export interface PictureJson {
  path: string;
  alt: string;
}

export interface PieceJson {
  start: number;
  length: number;
  data: string;
}

export interface PlaceJson {
  name: string;
  when: string;
}

export type Plan = "hoi-dap" | "truoc-sau";

export interface PlanJson {
  objective: string;
  content: string;
  product: string;
  organisation: string;
  task: string;
  everyone: string;
  report: string;
  conclude: string;
}

export interface PlannedJson {
  slug: string;
  items: number;
  forms: number;
  paper: string;
  open_items: number;
  starts_now: boolean;
  purposes: string[];
  erases: string;
  kept_long: boolean;
}

export interface PoolItemJson {
  id: string;
  stem: BlockNode[];
  type: string;
  level: string;
  guarded: boolean;
  picked: boolean;
  before_after: boolean;
}

export interface PoolJson {
  band: Band;
  topic: string;
  items: PoolItemJson[];
}

export interface PracticeState {
  feedback: Record<string, FeedbackJson>;
  help: HelpJson;
  items: ItemJson[];
  media: Record<string, string>;
  menu: BandJson[];
  notice: string;
  result: ResultJson;
  session: SessionJson | NothingJson;
  stage: "choose" | "run" | "result";
  texts: Record<string, string>;
  title: string;
  turn: TurnJson;
}

export interface PreviewGroupJson {
  text: BlockNode[];
  rows: PreviewRowJson[];
}

export interface PreviewItemJson {
  number: number;
  id: string;
  level: string;
  points: string;
  key: string;
  stem: BlockNode[];
  media: PictureJson | null;
  groups: PreviewGroupJson[];
}

export interface PreviewJson {
  code: string;
  head: string[];
  parts: PreviewPartJson[];
}

export interface PreviewPartJson {
  title: string;
  instruction: string;
  items: PreviewItemJson[];
}

export interface PreviewRowJson {
  label: string;
  text: BlockNode[];
}

export interface PrintForm {
  word?: boolean;
  style_large?: boolean;
  style_dyslexia?: boolean;
  rows?: string;
  columns?: string;
  names?: boolean;
  names_purposes?: string;
  names_erase_on?: string;
  names_seen_by?: string;
  names_withdraw?: string;
}

export interface PrivacyJson {
  names: NamesJson | null;
  erases: string;
  erased: string;
}

export interface ProgressJson {
  done: number;
  total: number;
  waiting: number;
}

export interface QuestionJson {
  id: string;
  shelf: string;
  band: string;
  topic: string;
  type: string;
  stem: string;
}

export interface QuizState {
  feedback: Record<string, FeedbackJson>;
  items: ItemJson[];
  media: Record<string, string>;
  notice: string;
  texts: Record<string, string>;
}

export interface QuoteNode {
  type: "quote";
  children: BlockNode[];
}

export type RankKey = "correct" | "score" | "prediction" | "time" | "submitted";

export interface RankedJson {
  number: string;
  name: string;
  class: string;
  school: string;
  place: number;
  tied: boolean;
  pseudonym: string;
  correct: string;
  score: string;
  prediction: number | null;
  distance: number | null;
  time: string;
  submitted: string;
  decided_by: string;
  prize: string;
}

export interface ReadyJson {
  supply: Record<string, number>[];
  state: "ready";
  codes: string[];
  sets: number;
  minutes: number;
  spread: string;
  warnings: string[];
}

export interface ReasonJson {
  id: string;
  reason: BlockNode[];
}

export interface Receipt {
  pseudonym: string;
  number: number;
  submitted_at: string;
  submitted_by: SubmittedBy;
  time_used_s: number;
  answered: number;
  item_count: number;
  prediction: number | null;
  fingerprint: string;
}

export type Refusal = "unknown_contest" | "unknown_code" | "bad_code" | "signed_out" | "superseded" | "not_open" | "over" | "paused" | "cancelled" | "no_attempt" | "no_more_attempts" | "submitted" | "late" | "unknown_item" | "bad_sequence" | "bad_value" | "too_often" | "not_closed";

export interface RefusalJson {
  reason: string;
  message: string;
  incident: string;
}

export interface ReportingState {
  answered: number;
  feedback: Record<string, FeedbackJson>;
  items: ItemJson[];
  media: Record<string, string>;
  notice: string;
  texts: Record<string, string>;
}

export interface ResultJson {
  rows: ResultRowJson[];
  right: number;
  total: number;
  read: CitationJson[];
  lesson: LessonLinkJson;
}

export interface ResultRowJson {
  item: string;
  state: Mark;
}

export interface ResultView {
  receipt: Receipt;
  reveal: Reveal;
  correct: number | null;
  score: string | null;
  maximum: string | null;
  place: number | null;
  tied: boolean;
  prize: string;
  distance: number | null;
  items: FormItemJson[];
  feedback: FeedbackJson[];
}

export type Reveal = "nothing" | "score" | "reasons";

export type Right = "look" | "people" | "help" | "direct" | "data";

export type Role = "ban-to-chuc" | "giam-thi" | "theo-doi";

export interface RoomCountsJson {
  listed: number;
  entered: number;
  working: number;
  submitted: number;
  name: string;
  paused: boolean;
}

export interface RoomJson {
  code: string;
  title: string;
  plan: Plan;
  version: number;
  ended: boolean;
  kind: StopKind;
  round: Round;
  state: Asking;
  place: number;
  number: number;
  total: number;
  last: boolean;
  early: boolean;
  guarded: boolean;
  item: ItemJson | null;
  feedback: FeedbackJson | null;
  hands: HandsJson | null;
  opened_at: string;
  kept_until: string;
  result: SummaryJson | GainJson | null;
  lesson: LessonLinkJson;
}

export interface RosterJson {
  name: string;
  count: number;
}

export interface RosterLookJson {
  count: number;
  rooms: number;
  groups: number;
  dropped: number;
  first: string[][];
}

export type Round = "mot-lan" | "truoc" | "sau";

export interface SaveResult {
  acks: Ack[];
  state: AttemptState;
  deadline: string | null;
  time_left_s: number;
  paused: boolean;
  superseded: boolean;
  message: string;
  server_now: string;
}

export interface SavedAnswer {
  seq: number;
  value: unknown;
}

export interface SavedJson {
  name: string;
  text: string;
}

export interface ScenarioExplanation {
  citations: CitationJson[];
  skill: boolean;
  type: "scenario";
  scenes: SceneKeyJson[];
}

export interface SceneJson {
  id: string;
  text: BlockNode[];
  talk: MessageJson[];
  choices: WayJson[];
}

export interface SceneKeyJson {
  id: string;
  ending: Ending | null;
  choices: WayKeyJson[];
}

export interface SeatCountsJson {
  seats: number;
  answered: number;
  hands: number | null;
}

export interface SeatJson {
  number: string;
  name: string;
  class: string;
  school: string;
  pseudonym: string;
  room: string;
  group: string;
  state: SeatState;
  attempt: number;
  answered: number;
  left_s: number | null;
  seen_s: number | null;
  submitted: string;
}

export type SeatState = "absent" | "entered" | "working" | "paused" | "submitted" | "withdrawn";

export interface Session {
  code: string;
  pseudonym: string;
  replaced: boolean;
}

export interface SessionJson {
  start: Record<string, unknown>;
  seed: number | null;
  mark: string;
  events: Record<string, unknown>[];
}

export interface ShareJson {
  stem: string;
  asked: number;
  answered: number;
  correct: number;
  percent: number | null;
}

export interface SharesJson {
  items: ShareJson[];
}

export interface ShortJson {
  supply: Record<string, number>[];
  state: "short";
  lines: string[];
  cells: Record<string, string>;
}

export interface SpreadJson {
  answered: number;
  by_hand: number;
  held: boolean;
  right: number | null;
  groups: BarGroupJson[];
  beliefs: BeliefJson[];
}

export interface StepJson {
  id: string;
  title: string;
  minutes: number;
  phase_label: string;
  plan: PlanJson | null;
  picture: ComicPanelJson | null;
  blocks: BlockJson[];
}

export type StopKind = "cho" | "cau-hoi" | "hoc" | "ket-qua";

export interface StrongNode {
  type: "strong";
  children: InlineNode[];
}

export type SubmittedBy = "contestant" | "deadline" | "organiser";

export interface SummaryJson {
  rows: SummaryRowJson[];
}

export interface SummaryRowJson {
  stem: BlockNode[];
  answered: number;
  by_hand: number;
  held: boolean;
  right: number | null;
  percent: number | null;
}

export interface SwapJson {
  include: string;
  exclude: string;
  taken: string[];
  dropped: string[];
}

export interface TableNode {
  type: "table";
  header: InlineNode[][];
  rows: InlineNode[][][];
}

export interface TaughtJson {
  id: string;
  practised: number;
}

export interface TextNode {
  type: "text";
  value: string;
}

export interface ThreadJson {
  label: string;
  messages: MessageJson[];
}

export interface TopicChoiceJson {
  topic: string;
  title: string;
}

export interface TopicJson {
  topic: string;
  title: string;
  count: number;
}

export interface TrialJson {
  id: string;
  band: Band;
  text: string;
}

export interface TurnJson {
  done: number;
  total: number;
  waiting: number;
  item: string;
  answered: boolean;
  is_return: boolean;
  comes_back: boolean;
}

export interface TypeChoiceJson {
  type: ItemType;
  label: string;
  points: string;
}

export interface TypedExplanation {
  citations: CitationJson[];
  skill: boolean;
  type: "short_answer" | "short_text";
  key: string;
  accepted: string[];
  reason: BlockNode[];
}

export type Use = "practice" | "contest";

export interface VersionJson {
  name: string;
  when: string;
  shelf: string;
  stem: string;
}

export interface WayJson {
  id: string;
  text: BlockNode[];
  reply: BlockNode[] | null;
  next: string;
}

export interface WayKeyJson {
  id: string;
  reason: BlockNode[];
  best: boolean;
  next: string;
}
