// 1.013225: cơ quan được lấy ý kiến không trả lời trong 12 ngày thì coi là đồng ý và phải chịu trách nhiệm về việc đó.
return [consultation: (dossier.consultation ?: [:]) + [opinion: 'SILENT']]
