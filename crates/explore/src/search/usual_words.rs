//! Usual English words: one that the catalogue does not have is no misspelling of one that it has.
//!
//! Without the list, a search for "banking" would find "ranking", and "café" would be corrected to
//! "case". It need not be complete. With it, the code of the search grows by 4 kB after brotli; that code
//! is loaded when the search is.

/// Whether the folded word is a usual one, possibly with an ending.
#[must_use]
pub fn is_usual(word: &str) -> bool {
    let stems = ["", "s", "es", "ed", "d", "ing", "er", "ly"];
    let stems = stems.into_iter().filter_map(|ending| word.strip_suffix(ending));
    stems.into_iter().any(|stem| USUAL_WORDS.split_ascii_whitespace().any(|usual| usual == stem))
}

const USUAL_WORDS: &str = "\
    able about above accept account across act action active actor actual add address adult \
    advice affect afraid after again against age agency agent ago agree ahead aid aim air alarm \
    album alert alike alive all allow almost alone along already also alter always among amount \
    and anger angle angry animal another answer any anyone anything apart apple apply april are \
    area argue arm army around arrive art article artist aside ask asset assume attack august \
    aunt author auto autumn avoid awake award aware away baby back bad bag bake baker ball band \
    bank banker banking bar bark base basic basis basket bath battle beach bean bear beat beauty \
    because become bed bee beef been beer before begin behind being believe bell below belt \
    bench best better between beyond big bike bill bird birth bit bite black blade blame blank \
    blind block blood bloom blow blue board boat body boil bold bomb bond bone bonus book boot \
    border born borrow boss both bottle bottom box boy brain brake branch brand brave bread \
    break breath brick bride bridge brief bright bring broad broken brother brown brush bucket \
    budget build bunch burn bus business busy but butter button buy buyer cabin cable cafe cake \
    call calm came camera camp can canal cancel cancer candy cap capital captain car carbon card \
    care career careful cargo carry case cash cast castle cat catch cattle cause cell center \
    central centre century certain chain chair chance change channel chapter charge chart chase \
    cheap check cheese chef chest chicken chief child choice choose church circle citizen city \
    civil claim class classic clean clear clerk clever client climate climb clinic clock close \
    closed cloth clothes cloud club coach coal coast coat code coffee cold collar collect \
    college color colour column come comfort coming common company compare concert cook cool \
    copper copy core corn corner correct cost cotton cough could council count country couple \
    courage course court cousin cover cow crack craft crash crazy cream create credit crew crime \
    crisis cross crowd crown cry culture cup current curve custom cut cycle dad daily damage \
    dance danger dark data date daughter day dead deal dealer dear death debate debt decade \
    decide deep deer defend degree delay deliver demand dentist deny depth desert design desk \
    detail develop device diary did die diet differ dinner direct dirt dish disk divide doctor \
    does dog doing dollar done door double doubt down dozen draft drag drama draw dream dress \
    drink drive driver drop drug dry duck due dust duty each eager ear early earn earth ease \
    east easy eat edge editor effect effort egg eight either elder elect eleven else email \
    empire employ empty end enemy energy engine engineer english enjoy enough enter entire entry \
    equal error escape essay estate even evening event ever every exact exam example except \
    excite excuse exercise exist exit expect expert explain export express extra eye face fact \
    factor factory fail fair faith fall false family famous fan far farm farmer fashion fast fat \
    father fault favor favour fear feast feature fee feed feel fellow female fence fever few \
    field fifth fifty fight figure file fill film final find fine finger finish fire firm first \
    fish fit five fix flag flame flash flat flavor fleet flesh flight float flood floor flour \
    flow flower fly focus fold follow food foot football for force foreign forest forget fork \
    form formal former fort forty forum forward found four frame free freedom fresh friend from \
    front fruit fuel full fun fund funny further future gain game gap garage garden gas gate \
    gather gave gear gender general gentle get giant gift girl give glad glass global glove goal \
    goat god gold golden golf gone good got grade grain grand grant grass gray great green greet \
    grey ground group grow growth guard guess guest guide guilt guitar gun guy habit had hair \
    half hall hand handle hang happen happy harbor hard harm has hat hate have head heal health \
    hear heart heat heaven heavy height hello help her here hero hide high hill him hire his \
    history hit hobby hold hole holiday home honest honey honor hope horn horse hospital host \
    hot hotel hour house housing how huge human humor hundred hunger hunt hurry hurt husband ice \
    idea ideal image impact import inch income indeed indoor industry inform injury ink inner \
    input insect inside instead insure intend into invest invite iron island issue item jacket \
    jail january job join joint joke journal journey joy judge juice july jump june junior jury \
    just keen keep key kick kid kill kind king kiss kitchen knee knife knock know known label \
    labor labour lack lady lake lamp land lane language large laser last late later laugh launch \
    law lawyer layer lazy lead leader leaf league learn least leather leave left leg legal lemon \
    lend length less lesson let letter level liberty library lid lie life lift light like limit \
    line link lion lip liquid list listen little live liver living load loan local lock logic \
    lonely long look loose lord lose loss lost lot loud love lovely low lower luck lucky lunch \
    lung machine mad made magic mail main major make maker male man manage manager many map \
    march marine mark market marriage married mask mass master match mate math matter may maybe \
    mayor meal mean meat media medical medium meet meeting member memory men mental menu \
    merchant mercy mere message metal method middle might mile military milk mill million mind \
    mine minor minute mirror miss mistake mix mobile mode model modern modest mom moment monday \
    money monkey month mood moon moral more morning most mother motion motor mount mountain \
    mouse mouth move movie much mud murder muscle museum music must mystery nail name narrow \
    nation native nature navy near neat neck need needle neither nephew nerve nest net network \
    never new news next nice niece night nine nobody noise none noon nor normal north nose not \
    note nothing notice novel november now nuclear number nurse nut object obtain ocean october \
    odd off offer office officer often oil old olive once one onion only onto open opera opinion \
    option orange orbit order organ origin other ought our out outer output outside oven over \
    own owner pack package page pain paint pair palace pale pan panel panic pants paper parcel \
    pardon parent paris park part partner party pass past path patient pattern pause pay peace \
    peak pearl pen pencil penny people pepper percent perfect perhaps period permit person phone \
    photo phrase piano pick picture pie piece pig pilot pin pink pipe place plain plan plane \
    planet plant plastic plate play player please plenty plot plus pocket poem poet point poison \
    pole police policy polite politics pool poor pop port post pot potato pound pour powder \
    power praise pray prefer prepare present press pretty prevent price pride priest prime \
    prince print prison private prize problem process produce product profit program promise \
    proof proper protect proud prove provide public pull pump punish pupil pure purple purpose \
    push put quality quarter queen quick quiet quit quite race radio rail rain raise random \
    range rank rapid rare rate rather raw reach react read reader ready real reason recall \
    receive recent recipe record red reduce refer reform refuse region regret regular reject \
    relate relax relief rely remain remember remind remote remove rent repair repeat reply \
    report request rescue reserve resist resort rest result retire return reveal review reward \
    rice rich ride right ring rise risk rival river road rock role roll roof room root rope rose \
    rough round route row royal rub rubber rude rule ruler run runner running rural rush sad \
    safe safety said sail salad salary sale salt same sample sand save saw say scale scene \
    school science score screen sea search season seat second secret section secure see seed \
    seek seem self sell seller send senior sense series serious serve service session set settle \
    seven several severe sex shade shadow shake shall shame shape share shark sharp she sheep \
    sheet shelf shell shift shine ship shirt shock shoe shoot shop shore short shot should \
    shoulder shout show shower shut sick side sight sign signal silent silk silver similar \
    simple since sing singer single sink sir sister sit six size skill skin skirt sky sleep \
    slice slide slight slip slow small smart smell smile smoke smooth snake snow soap social \
    society sock soft soil soldier solid solve some son song soon sort soul sound soup source \
    south space spare speak special speech speed spell spend spirit split sport spot spread \
    spring square staff stage stair stamp stand star start state station statue stay steal steam \
    steel step stick stiff still stock stomach stone stop store storm story stove straight \
    strange street stress stretch strike string strip strong student studio study stuff stupid \
    style subject success such sudden suffer sugar suggest suit summer sun sunday super supply \
    support sure surface surgery surprise sweet swim swing switch symbol system table tail take \
    tale talent talk tall tank tape target task taste tax taxi tea teach teacher team tear tell \
    ten tennis tent term test text than thank that the theater theatre their them theme then \
    theory there these they thick thief thin thing think third thirty this those though thought \
    thread threat three throat through throw thumb ticket tie tiger tight till time tin tiny tip \
    tired title today toe together told tomato tone tongue too tool tooth top topic total touch \
    tough tour tourist toward towel tower town toy track trade train travel treat tree trend \
    trial trick trip truck true trust truth try tube tuesday tune turn twelve twenty twice twin \
    two type ugly uncle under union unique unit unite until upon upper urban urge use used \
    useful user uses using usual valley value van vast vehicle very victim video view village \
    violence virus visit visitor voice volume vote wage wait walk wall want war warm warn was \
    wash waste watch water wave way weak wealth weapon wear weather web wedding week weekend \
    weight welcome well west wet what wheel when where which while white who whole whom whose \
    why wide wife wild will win wind window wine wing winner winter wire wise wish with within \
    without woman women wonder wood wooden word work worker world worry worth would wound wrap \
    write writer wrong yard year yellow yes yet you young your youth zero zone zoo";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_words_are_known_with_their_endings() {
        for word in ["cafe", "who", "banking", "banks", "schools", "played", "quickly", "park"] {
            assert!(is_usual(word), "{word}");
        }
    }

    #[test]
    fn misspelt_names_are_not() {
        for word in ["netlfix", "kfka", "sparc", "kakfa", "spotfy", "hadop", "zalendo", "ubr"] {
            assert!(!is_usual(word), "{word}");
        }
    }
}
