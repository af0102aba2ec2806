def fee = dossier.person.urgent ? 20000 : 8000
return [fee: [amount: fee]]
