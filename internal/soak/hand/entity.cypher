CREATE (:Entity:Place {id: 'place:nowhere', kind: 'Place', name_en: 'Nowhere', reports: ['report:soak-1']})
