package synth

// place is a city or town with its country and, where it is known here, its subdivision.
type place struct{ name, slug, country, part string }

// places are where things happen. Names carry the accents of English, French and Spanish, and of languages spoken in the
// two countries that use others (Dene, Salish, Kwak’wala, Mixtec): what reads, folds, sorts or cuts text meets all of them.
var places = []place{
	{"Ottawa", "ottawa", "CA", "CA-ON"}, {"Montréal", "montreal", "CA", "CA-QC"}, {"Québec", "quebec", "CA", "CA-QC"}, {"Trois-Rivières", "trois-rivieres", "CA", "CA-QC"}, {"Vancouver", "vancouver", "CA", "CA-BC"},
	{"Calgary", "calgary", "CA", "CA-AB"}, {"Behchokǫ̀", "behchoko", "CA", "CA-NT"}, {"Wekweètì", "wekweeti", "CA", "CA-NT"}, {"Łutselkʼe", "lutselke", "CA", "CA-NT"}, {"Xwísten", "xwisten", "CA", "CA-BC"},
	{"Halifax", "halifax", "CA", "CA-NS"}, {"Saint-Hyacinthe", "saint-hyacinthe", "CA", "CA-QC"}, {"Winnipeg", "winnipeg", "CA", "CA-MB"}, {"Tsʼahis", "tsahis", "CA", "CA-BC"}, {"Sept-Îles", "sept-iles", "CA", "CA-QC"},
	{"Ciudad de México", "ciudad-de-mexico", "MX", "MX-CMX"}, {"Mérida", "merida", "MX", "MX-YUC"}, {"León", "leon", "MX", "MX-GUA"}, {"San Luis Potosí", "san-luis-potosi", "MX", "MX-SLP"}, {"Querétaro", "queretaro", "MX", "MX-QUE"},
	{"Cancún", "cancun", "MX", "MX-ROO"}, {"Mazatlán", "mazatlan", "MX", "MX-SIN"}, {"Oaxaca", "oaxaca", "MX", "MX-OAX"}, {"Ñuu Dzaui", "nuu-dzaui", "MX", "MX-OAX"}, {"Tzintzuntzan", "tzintzuntzan", "MX", "MX-MIC"},
	{"Ensenada", "ensenada", "MX", "MX-BCN"}, {"Peñamiller", "penamiller", "MX", "MX-QUE"}, {"Zapopan", "zapopan", "MX", "MX-JAL"}, {"Monterrey", "monterrey", "MX", "MX-NLE"}, {"Güémez", "guemez", "MX", "MX-TAM"},
	{"New Orleans", "new-orleans", "US", "US-LA"}, {"Cairo", "cairo", "EG", ""},
}

// Given and family names of people who do not exist, and titles.
var (
	givenNames = []string{"Aurélie", "Zoé", "Iñaki", "Ximena", "Margaret", "Noël", "Tomás", "Łukasz", "Geneviève", "Concepción", "Robert", "Inés", "Søren", "Dorothée", "Joaquín", "Ann", "Raúl", "Élodie", "Kʼalá", "Wendy", "Ángela", "Hélène"}
	middles    = []string{"", "", "", "A.", "J.", "María", "-Louise", "del Carmen", "R."}
	families   = []string{"Bélanger", "Muñoz", "Fraser", "Gagné", "Ibáñez", "O’Neill", "Łukaszewicz", "Lefèvre", "Núñez", "Côté", "MacLeod", "Güereña", "Thibodeau", "Xólotl", "Dubé", "Pérez", "Nguyễn", "Sandoval", "Archambault", "Ávila", "Stewart", "Ruíz", "Ménard", "Treviño"}
	titles     = []string{"Director General of International Affairs", "Director, Policy Branch", "Undersecretary", "Head of the Cooperation Unit", "Chief of Programmes", "Executive Director", "Director, Americas Division"}
)
