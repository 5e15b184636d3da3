//nolint:misspell // words are French and Spanish too
package synth

import "github.com/crosswalk-kg/crosswalk/graph"

// named is a word or phrase in English, French and Spanish.
type named [3]string

// names is the phrase as a map of languages.
func (n named) names() graph.Names { return graph.Names{"en": n[0], "fr": n[1], "es": n[2]} }

// meetingWords name the partnership's meetings.
var meetingWords = named{"Annual meeting of", "Réunion annuelle de", "Reunión anual de"}

// earlierWords name what is told of earlier years.
var earlierWords = named{"Sessions in earlier years", "Séances des années précédentes", "Sesiones de años anteriores"}

// sectors name groups.
var sectors = []named{
	{"Energy", "Énergie", "Energía"}, {"Mining", "Mines", "Minería"}, {"Forestry", "Forêts", "Bosques"}, {"Environment", "Environnement", "Medio ambiente"},
	{"Trade", "Commerce", "Comercio"}, {"Human Capital", "Capital humain", "Capital humano"}, {"Culture", "Culture", "Cultura"}, {"Fisheries", "Pêches", "Pesca"},
	{"Health", "Santé", "Salud"}, {"Housing", "Logement", "Vivienda"}, {"Transport", "Transports", "Transporte"}, {"Water", "Eaux", "Agua"},
	{"Education", "Éducation", "Educación"}, {"Tourism", "Tourisme", "Turismo"}, {"Agriculture", "Agriculture", "Agricultura"}, {"Space", "Espace", "Espacio"},
	{"Statistics", "Statistique", "Estadística"}, {"Digital Economy", "Économie numérique", "Economía digital"}, {"Justice", "Justice", "Justicia"}, {"Sport", "Sports", "Deporte"},
	{"Emergency Response", "Sécurité civile", "Protección civil"}, {"Ocean Science", "Océanographie", "Oceanografía"}, {"Public Service", "Fonction publique", "Función pública"}, {"Cities", "Villes", "Ciudades"},
}

// subjects are what bodies, projects, commitments and themes are about; the article stands with the French and Spanish.
var subjects = []named{
	{"watershed restoration", "la restauration des bassins versants", "la restauración de cuencas"}, {"methane reduction", "la réduction du méthane", "la reducción de metano"},
	{"seed exchange", "l’échange de semences", "el intercambio de semillas"}, {"apprenticeship", "l’apprentissage", "el aprendizaje en el empleo"},
	{"mine closure", "la fermeture des mines", "el cierre de minas"}, {"wildfire response", "la lutte contre les feux de forêt", "el manejo de incendios"},
	{"language teaching", "l’enseignement des langues", "la enseñanza de idiomas"}, {"electricity markets", "les marchés de l’électricité", "los mercados eléctricos"},
	{"migratory birds", "les oiseaux migrateurs", "las aves migratorias"}, {"museum collections", "les collections muséales", "las colecciones de museos"},
	{"food inspection", "l’inspection des aliments", "la inspección de alimentos"}, {"border logistics", "la logistique frontalière", "la logística fronteriza"},
	{"student mobility", "la mobilité étudiante", "la movilidad estudiantil"}, {"coastal erosion", "l’érosion côtière", "la erosión costera"},
	{"women in industry", "les femmes dans l’industrie", "las mujeres en la industria"}, {"carbon accounting", "la comptabilité du carbone", "la contabilidad de carbono"},
	{"film production", "la production cinématographique", "la producción cinematográfica"}, {"small firms", "les petites entreprises", "las pequeñas empresas"},
	{"consultation of communities", "la consultation des communautés", "la consulta a las comunidades"}, {"wood construction", "la construction en bois", "la construcción con madera"},
	{"drinking water", "l’eau potable", "el agua potable"}, {"rural clinics", "les cliniques rurales", "las clínicas rurales"},
	{"open data", "les données ouvertes", "los datos abiertos"}, {"earthquake warning", "l’alerte sismique", "la alerta sísmica"},
	{"public transit", "le transport en commun", "el transporte público"}, {"geothermal wells", "les puits géothermiques", "los pozos geotérmicos"},
	{"tailings safety", "la sûreté des résidus miniers", "la seguridad de los jales"}, {"pension portability", "la transférabilité des pensions", "la portabilidad de pensiones"},
	{"plant health", "la santé des végétaux", "la sanidad vegetal"}, {"sea ports", "les ports maritimes", "los puertos marítimos"},
	{"youth orchestras", "les orchestres de jeunes", "las orquestas juveniles"}, {"cyber security", "la cybersécurité", "la ciberseguridad"},
	{"satellite imagery", "l’imagerie satellitaire", "las imágenes satelitales"}, {"waste sorting", "le tri des déchets", "la separación de residuos"},
	{"fishery science", "l’halieutique", "las ciencias pesqueras"}, {"social housing", "le logement social", "la vivienda social"},
	{"venture capital", "le capital de risque", "el capital de riesgo"}, {"nurse training", "la formation infirmière", "la formación de enfermería"},
	{"desert farming", "l’agriculture en zone aride", "la agricultura en zonas áridas"}, {"peer review of regulators", "l’évaluation par les pairs", "la revisión entre pares"},
}

// facets make a theme narrower; the first is the broad one.
var facets = []named{
	{"", "", ""}, {"training in ", "formation : ", "formación: "}, {"standards for ", "normes : ", "normas: "}, {"finance of ", "financement : ", "financiación: "},
	{"research on ", "recherche : ", "investigación: "}, {"outreach on ", "sensibilisation : ", "difusión: "}, {"regulation of ", "réglementation : ", "regulación: "},
	{"technology for ", "technologie : ", "tecnología: "}, {"indicators of ", "indicateurs : ", "indicadores: "}, {"young people and ", "jeunesse : ", "juventud: "},
}

// bodyWords begin the name of a body of each type.
var bodyWords = map[string]named{
	"department": {"Department of", "Ministère :", "Secretaría:"}, "association": {"Association for", "Association pour", "Asociación para"}, "agency": {"Agency for", "Agence pour", "Agencia para"},
	"government": {"Government, office for", "Gouvernement, bureau :", "Gobierno, oficina:"}, "university": {"University, school of", "Université, école :", "Universidad, escuela:"},
	"company": {"Company for", "Société pour", "Compañía para"}, "fund": {"Fund for", "Fonds pour", "Fondo para"}, "research": {"Institute of", "Institut :", "Instituto:"},
	"regulator": {"Regulator of", "Régie :", "Comisión reguladora:"}, "multilateral": {"International bureau for", "Bureau international :", "Buró internacional:"},
	"bank": {"Bank for", "Banque pour", "Banco para"}, "cultural": {"House of", "Maison :", "Casa:"}, "indigenous": {"Council for", "Conseil :", "Consejo:"},
	"embassy": {"Embassy, section for", "Ambassade, section :", "Embajada, sección:"}, "other": {"Table on", "Table :", "Mesa:"},
}

// projectWords begin the name of a project of each type, commitmentWords that of a commitment.
var (
	projectWords = map[string]named{
		"initiative": {"Initiative on", "Initiative :", "Iniciativa:"}, "programme": {"Programme on", "Programme :", "Programa:"}, "event": {"Fair on", "Salon :", "Feria:"},
		"workshop": {"Workshop on", "Atelier :", "Taller:"}, "plan": {"Plan for", "Plan :", "Plan:"}, "policy": {"Policy on", "Politique :", "Política:"}, "study": {"Study of", "Étude :", "Estudio:"},
		"visit": {"Visit on", "Visite :", "Visita:"}, "mission": {"Mission on", "Mission :", "Misión:"}, "agreement": {"Agreement on", "Accord :", "Acuerdo:"}, "tool": {"Tool for", "Outil :", "Herramienta:"},
		"fund": {"Fund for", "Fonds :", "Fondo:"}, "network": {"Network on", "Réseau :", "Red:"}, "mou": {"Memorandum on", "Protocole d’entente :", "Memorando de entendimiento:"},
		"project": {"Project on", "Projet :", "Proyecto:"}, "campaign": {"Campaign on", "Campagne :", "Campaña:"},
	}
	commitmentWords = []named{
		{"Hold a seminar on", "Tenir un séminaire :", "Celebrar un seminario:"}, {"Share experience of", "Partager l’expérience :", "Compartir experiencias:"}, {"Report on", "Faire rapport :", "Informar:"},
		{"Map the needs of", "Recenser les besoins :", "Identificar las necesidades:"}, {"Send experts on", "Envoyer des spécialistes :", "Enviar especialistas:"}, {"Draft a work plan on", "Rédiger un plan de travail :", "Redactar un plan de trabajo:"},
	}
)

// circumstances are themes that are true of all groups.
var circumstances = []named{
	{"Change of government", "Changement de gouvernement", "Cambio de gobierno"}, {"Distance and time zones", "Distance et fuseaux horaires", "Distancia y husos horarios"},
	{"Levels of government", "Ordres de gouvernement", "Órdenes de gobierno"}, {"Trade negotiations", "Négociations commerciales", "Negociaciones comerciales"},
	{"Presence of the private sector", "Présence du secteur privé", "Presencia del sector privado"}, {"Geography", "Géographie", "Geografía"},
}
