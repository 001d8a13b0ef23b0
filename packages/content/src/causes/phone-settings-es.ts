/** Ajustes del teléfono en español; donde los menús cambian de nombre según la región, aparecen los dos. */
import type { PhoneSettingTexts } from "./phone-settings.ts";

export const phoneSettings: PhoneSettingTexts = {
  note: "Los menús cambian según la versión, la marca y la región. Si un nombre no aparece, el buscador de los ajustes suele encontrarlo. Cada cual toca su propio teléfono, nunca el ajeno.",
  settings: {
    "focus-mode": {
      title: "Un modo para la noche",
      helps: "Solo pueden llamar las personas que elijas. Lo demás espera.",
      ios: "Ajustes (o Configuración) › Modos de concentración (o Enfoque) › + › Personalizado. Elige quién puede llamar y después un horario.",
      android:
        "Ajustes (o Configuración) › Modos (o Sonido y vibración) › No molestar › Personas › Llamadas: elige quién puede llamar y después un horario. El modo sin distracciones (o Modo Enfoque) de Bienestar digital es otra cosa: pausa apps y deja que llame cualquiera.",
    },
    "notification-summary": {
      title: "Los avisos, en un solo paquete",
      helps: "Lo que no corre prisa llega dos veces al día en lugar de cuarenta.",
      ios: "Ajustes (o Configuración) › Notificaciones › Resumen programado: elige las horas y las apps.",
      android: "Ajustes › Notificaciones › una app tras otra: desactiva o deja en «Silencio» lo que pueda esperar.",
    },
    "grey-screen": {
      title: "La pantalla en gris",
      helps:
        "Sin color, el teléfono vuelve a ser una herramienta más bien sosa. A unas personas les gusta y otras lo quitan al día siguiente.",
      ios: "Ajustes (o Configuración) › Accesibilidad › Pantalla y tamaño del texto › Filtros de color › Escala de grises.",
      android:
        "Ajustes › Bienestar digital y control parental › Modo Descanso (o Modo Hora de dormir) › Personalizar › Escala de grises.",
    },
    "app-limit": {
      title: "Un final para una app",
      helps: "Un límite que avisa a los veinte minutos. Se puede pasar, pero ya no sin darse cuenta.",
      ios: "Ajustes › Tiempo de uso › Límites de uso (o Configuración › Tiempo en pantalla › Límites para apps).",
      android: "Ajustes › Bienestar digital y control parental › el gráfico › el reloj de arena junto a la app.",
    },
    "quiet-nights": {
      title: "Silencio a partir de una hora",
      helps: "La pantalla se apaga un poco y calla cada noche a la misma hora, y el día tiene un final.",
      ios: "Salud › Sueño: pon las horas. Ajustes (o Configuración) › Modos de concentración (o Enfoque) › Descanso (o Sueño): elige quién puede llamar.",
      android:
        "Ajustes › Bienestar digital y control parental › Modo Descanso (o Modo Hora de dormir; en Samsung, modo Dormir): pon las horas.",
    },
    "tidy-home-screen": {
      title: "Una primera página vacía",
      helps:
        "En la primera página, solo herramientas; todo lo que no se acaba nunca, a tres pasos. Da tiempo a pensarlo otra vez.",
      ios: "Mantén pulsado un icono hasta que se mueva y arrástralo a otra página o a la biblioteca de apps.",
      android: "Mantén pulsado un icono y arrástralo a otra página o fuera de la pantalla; la app sigue en la lista.",
    },
  },
};
