"""Irregular English forms, and words that look inflected and are not."""

from __future__ import annotations

from collections.abc import Mapping

_PAST = """
arise arose arisen|awake awoke awoken|bear bore borne born|beat beaten|become became|begin began begun|bend bent|
bet|bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|
build built|burn burnt|burst|buy bought|cast|catch caught|choose chose chosen|cling clung|come came|cost|creep crept|
cut|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|
fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade
forbidden|forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|
get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hit|
hold held|hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|
lend lent|let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|
overcome overcame|overrun overran|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|
pay paid|prove proven|put|quit|read|rebuild rebuilt|rid|ride rode ridden|ring rang rung|rise rose risen|run ran|
saw sawn|say said|see saw seen|seek sought|sell sold|send sent|set|sew sewn|shake shook shaken|shed|shine shone|
shoot shot|show shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|
sling slung|slit|sow sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spit spat|
split|spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken|
strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|
teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust|tread trod trodden|undergo underwent
undergone|understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|upset|wake woke woken|
wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|
withstand withstood|write wrote written|rewrite rewrote rewritten|outdo outdid outdone|do did done|retake retook
retaken|resell resold|repay repaid|rethink rethought|undercut|underwrite underwrote underwritten|unwind unwound|
misunderstand misunderstood|offset|oust|broadcast|override overrode overridden|partake partook|redo redid redone|
remake remade|rerun reran|reset|restart|retell retold|outbid|outgrow outgrew outgrown|outrun outran|outsell outsold|
overhear overheard|overshoot overshot|oversleep overslept|spoil spoilt|stink stank stunk|stride strode|shear shorn|
slay slew slain|smell smelt|forego forewent foregone|forsake forsook forsaken|beget begot begotten|behold beheld|
betray|beset|besiege|hamstring hamstrung|heave hove|inlay inlaid|interweave interwove interwoven|mow mown|plead pled|
sneak snuck|string strung|sublet|wed|wet|wring wrung|input|output|rig|typecast|unbend unbent|underlie underlay
underlain|undersell undersold|wreak|hew hewn|lade laden|rend rent|rive riven|shave shaven|strew strewn|cleave cleft
"""

_OTHER_VERBS = """
leave:leaves|be:is are am was were been being 's 're 'm|have:has had having|do:does doing|
can:could|will:would|shall:should|
may:might|die:dying|lie:lying|tie:tying|vie:vying|go:goes going|see:seeing|flee:fleeing|agree:agreeing agreed|
free:freed freeing|guarantee:guaranteed guaranteeing|decree:decreed|dye:dyeing|sue:sued suing|age:ageing aging|
focus:focuses focused focusing focussed|bus:bused|bias:biased|program:programmed programming|picnic:picnicked|
traffic:trafficked trafficking|panic:panicked panicking|mimic:mimicked|visit:visited visiting|target:targeted
targeting|open:opened opening|offer:offered offering|happen:happened happening|order:ordered ordering|
enter:entered entering|consider:considered considering|cover:covered covering|suffer:suffered suffering|
edit:edited editing|benefit:benefited benefiting|limit:limited limiting|credit:credited|profit:profited|
exit:exited|deliver:delivered delivering|discover:discovered|gather:gathered gathering|remember:remembered|
threaten:threatened threatening|strengthen:strengthened|weaken:weakened|listen:listened listening|
develop:developed developing|answer:answered|appear:appeared|hear:hearing|bear:bearing|tear:tearing|wear:wearing|
control:controlled controlling|travel:traveled travelled|cancel:canceled cancelled|label:labeled labelled|
fuel:fueled fuelled|signal:signaled signalled|model:modeled modelled|rule:ruled ruling|use:used using uses|
cause:caused causing causes|close:closed closing closes|lose:losing loses|base:based basing|raise:raised raising raises|
release:released releasing releases|increase:increased increasing increases|force:forced forcing|face:faced facing|
need:needed needing|succeed:succeeded|proceed:proceeded|exceed:exceeded exceeding|speed:speeding|feed:feeding|
bleed:bleeding|breed:breeding|seed:seeded|heed:heeded|weed:weeded
"""

_NOUN_PLURALS = """
man:men|woman:women|child:children|person:people persons|foot:feet|tooth:teeth|goose:geese|mouse:mice|ox:oxen|
policeman:policemen|policewoman:policewomen|spokesman:spokesmen|spokeswoman:spokeswomen|chairman:chairmen|
congressman:congressmen|congresswoman:congresswomen|businessman:businessmen|businesswoman:businesswomen|
gunman:gunmen|fisherman:fishermen|fireman:firemen|lawman:lawmen|serviceman:servicemen|statesman:statesmen|
layman:laymen|clergyman:clergymen|cameraman:cameramen|crewman:crewmen|seaman:seamen|marksman:marksmen|
life:lives|wife:wives|knife:knives|half:halves|leaf:leaves|shelf:shelves|self:selves|thief:thieves|wolf:wolves|
loaf:loaves|calf:calves|elf:elves|crisis:crises|analysis:analyses|thesis:theses|hypothesis:hypotheses|
axe:axes|axis:axes|diagnosis:diagnoses|emphasis:emphases|oasis:oases|parenthesis:parentheses|synthesis:syntheses|
phenomenon:phenomena|criterion:criteria|datum:data|medium:media|bacterium:bacteria|curriculum:curricula|
memorandum:memoranda|referendum:referenda|stratum:strata|addendum:addenda|index:indices|appendix:appendices|
matrix:matrices|vertex:vertices|cactus:cacti|fungus:fungi|nucleus:nuclei|stimulus:stimuli|syllabus:syllabi|
alumnus:alumni|radius:radii|die:dice|penny:pence|stadium:stadia|attorney general:attorneys general|
virus:viruses|bus:buses|gas:gases|campus:campuses|census:censuses|status:statuses|bonus:bonuses|lens:lenses|
focus:focuses|hero:heroes|veto:vetoes|cargo:cargoes|tomato:tomatoes|potato:potatoes|echo:echoes|embargo:embargoes|
euro:euros|photo:photos|video:videos|radio:radios|casino:casinos|movie:movies|cookie:cookies|zombie:zombies|
calorie:calories|genie:genies|rookie:rookies|tie:ties|lie:lies|pie:pies|bookie:bookies|selfie:selfies|house:houses|
horse:horses|nurse:nurses|case:cases|base:bases|basis:bases|phase:phases|purpose:purposes|course:courses|response:responses|
license:licenses|expense:expenses|database:databases|disease:diseases|university:universities|bias:biases|
atlas:atlases|canvas:canvases|christmas:christmases|process:processes|address:addresses|business:businesses
"""

_COMPARED = """
good:better best|well:better best|bad:worse worst|ill:worse|far:farther farthest further furthest|
little:less least|many:more most|much:more most|old:elder eldest older oldest|late:latter last later latest|
early:earlier earliest|high:higher highest|low:lower lowest|long:longer longest|large:larger largest|
big:bigger biggest|small:smaller smallest|great:greater greatest|near:nearer nearest|wide:wider widest|
close:closer closest|strong:stronger strongest|weak:weaker weakest|young:younger youngest|new:newer newest|
easy:easier easiest|heavy:heavier heaviest|poor:poorer poorest|rich:richer richest|fast:faster fastest|
slow:slower slowest|deep:deeper deepest|broad:broader broadest|tough:tougher toughest|hard:harder hardest|
safe:safer safest|short:shorter shortest|soon:sooner soonest|cheap:cheaper cheapest|wealthy:wealthier wealthiest|
deadly:deadlier deadliest|likely:likelier likeliest|busy:busier busiest|happy:happier happiest|
hot:hotter hottest|cold:colder coldest|few:fewer fewest|bloody:bloodier bloodiest|costly:costlier costliest|
healthy:healthier healthiest|lengthy:lengthier|ugly:uglier ugliest|simple:simpler simplest|able:abler ablest
"""

INVARIABLE = frozenset(
    """
    this his its us is as was has does gas bus plus thus yes news politics economics physics mathematics ethics
    athletics gymnastics logistics statistics series species means headquarters always perhaps besides towards
    afterwards overseas whereas across less unless nevertheless nonetheless during nothing something anything
    everything king ring thing spring string wing evening morning ceiling sterling sibling red bed shed sled
    hundred sacred naked wicked indeed kindred united her over under after other another either neither whether never
    ever however rather further together number member matter order power paper water weather father mother brother
    sister daughter river corner summer winter october november december september super per former latter
    ours yours theirs hers ourselves themselves yourselves diabetes rabies hamas texas paris brussels athens
    netherlands philippines emirates wales honduras alps andes maldives seychelles barbados cyprus
    laos damascus tunis arkansas kansas illinois dallas vegas angeles james charles thomas hughes jones williams davis
    harris morris lewis evans adams reuters alias chaos canvas atlas christmas lens rest west best test interest
    forest request guest protest arrest harvest modest honest contest
    """.split()
)
"""Lower-case words whose ending is no inflection (or whose inflected reading is too rare to offer)."""


def _rows(table: str) -> list[str]:
    return [row.strip() for row in table.replace("\n", " ").split("|") if row.strip()]


def _add(table: dict[str, tuple[tuple[str, str], ...]], form: str, lemma: str, kind: str) -> None:
    if (lemma, kind) not in table.get(form, ()):
        table[form] = (*table.get(form, ()), (lemma, kind))


def _kind_of_verb_form(form: str) -> str:
    if form.endswith("ing"):
        return "ing"
    return "s" if form in {"is", "are", "am", "has", "does"} or form.endswith("es") else "past"


def _verbs() -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in _rows(_PAST):
        lemma, *forms = row.split()
        for form in forms:
            _add(table, form, lemma, "past")
    for row in _rows(_OTHER_VERBS):
        lemma, _, forms_text = row.partition(":")
        for form in forms_text.split():
            _add(table, form, lemma, _kind_of_verb_form(form))
    return table


def _forms(source: str, kinds: Mapping[str, str], default: str) -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in _rows(source):
        lemma, _, forms = row.partition(":")
        for form in forms.split():
            kind = next((kind for ending, kind in kinds.items() if form.endswith(ending)), default)
            _add(table, form, lemma, kind)
    return table


VERBS: Mapping[str, tuple[tuple[str, str], ...]] = _verbs()
"""Form → ((lemma, form kind), …)."""
NOUNS: Mapping[str, tuple[tuple[str, str], ...]] = _forms(_NOUN_PLURALS, {}, "s")
"""Irregular plural → ((singular, "s"),)."""
ADJECTIVES: Mapping[str, tuple[tuple[str, str], ...]] = _forms(
    _COMPARED, {"st": "superlative", "furthest": "superlative"}, "comparative"
)
"""Compared form → ((adjective or adverb, "comparative" or "superlative"), …)."""
