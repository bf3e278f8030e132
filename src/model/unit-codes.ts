/**
 * UN/CEFACT Recommendation 20 common codes with the spellings that occur in data models, one unit a line.
 * Case matters (mW and MW, ms and mS); a spelling stands once. HAR is deprecated: hectare is H18.
 */
const table = `
MTR=m|metre|meter|metres|meters|mtr|Meters|Metre|Meter (m)|meter (m)
KMT=km|kilometre|kilometer|kilometres|kilometers|kms|Kms|Kilometer (Km)|Km
DMT=dm|decimetre|decimeter|decimetres|decimeters
CMT=cm|centimetre|centimeter|centimetres|centimeters|cms|Centimeters
MMT=mm|millimetre|millimeter|millimetres|millimeters|mms|l/m²|l/m2|l/m^2|L/m²|L/m2|L/m^2|litre per square metre|liter per square meter|litres per square metre|liters per square meter|mm of rain|Liters per square meter|Millimetre
4H=µm|micrometre (micron)|μm|um|micrometre|micrometer|micrometres|micrometers|micron|microns
C45=nm|nanometre|nanometer|nanometres|nanometers
INH=in|inch|inches
FOT=ft|foot|feet|ft.
YRD=yd|yard|yards|yds
SMI=mile|mile (statute mile)|miles|mi|statute mile|statute miles
NMI=n mile|nautical mile|nautical miles|nmi|NM
MTK=m²|square metre|m2|m^2|square meter|square metres|square meters|sqm|sq m|sq. m|sq.m|m 2|metre squared|meters squared|metres squared
KMK=km²|square kilometre|km2|km^2|square kilometer|square kilometres|square kilometers|sq km|sqkm|sq. km
CMK=cm²|square centimetre|cm2|cm^2|square centimeter|square centimetres|square centimeters|sq cm|sqcm
MMK=mm²|square millimetre|mm2|mm^2|square millimeter|square millimetres|square millimeters|sq mm|sqmm
H18=hm²|square hectometre|ha|hectare|hectares|Ha|hm2|hm^2|square hectometer|square hectometres|square hectometers
ARE=a|are|ares
DAA=daa|decare|decares
ACR=acre|acres|ac
FTK=ft²|square foot|ft2|ft^2|square feet|sq ft|sqft|sq. ft
INK=in²|square inch|in2|in^2|square inches|sq in|sqin
YDK=yd²|square yard|yd2|yd^2|square yards|sq yd|sqyd
MIK=mi²|square mile (statute mile)|mi2|mi^2|square mile|square miles|sq mi
MTQ=m³|cubic metre|m3|m^3|cubic meter|cubic metres|cubic meters|cbm|cu m|cu. m|m 3|metre cubed|metres cubed|ºm3|Cubic meters
LTR=l|litre|L|liter|litres|liters|ltr|lt|ltrs|ℓ|Liters
MLT=ml|millilitre|mL|milliliter|millilitres|milliliters
HLT=hl|hectolitre|hL|hectoliter|hectolitres|hectoliters
K6=kl|kilolitre|kL|kiloliter|kilolitres|kiloliters
MAL=Ml|megalitre|ML|megaliter|megalitres|megaliters
4G=µl|microlitre|μl|ul|µL|μL|uL|microliter|microlitres|microliters
CMQ=cm³|cubic centimetre|cm3|cm^3|cubic centimeter|cubic centimetres|cubic centimeters|cc|ccm|cu cm
DMQ=dm³|cubic decimetre|dm3|dm^3|cubic decimeter|cubic decimetres|cubic decimeters
MMQ=mm³|cubic millimetre|mm3|mm^3|cubic millimeter|cubic millimetres|cubic millimeters
DMA=dam³|cubic decametre|dam3|dam^3|cubic decameter|cubic decametres|cubic decameters
H19=hm³|cubic hectometre|hm3|hm^3|cubic hectometer|cubic hectometres|cubic hectometers
H20=km³|cubic kilometre|km3|km^3|cubic kilometer|cubic kilometres|cubic kilometers
R9=thousand cubic metre|thousand cubic meter|thousand cubic metres|thousand cubic meters|thousand m³|thousand m3|thousand m^3|1000 m³|1000 m3|1000 m^3
HMQ=Mm³|million cubic metre|Mm3|Mm^3|million cubic metres|million cubic meters|million m³|million m3|million m^3
NM3=Normalised cubic metre|Normalised cubic meter|Normalised cubic metres|Normalised cubic meters|Nm³|Nm3|Nm^3|normal cubic metre|normal cubic meter
SM3=Standard cubic metre|Standard cubic meter|Standard cubic metres|Standard cubic meters|Sm³|Sm3|Sm^3
INQ=in³|cubic inch|in3|in^3|cubic inches|cu in
FTQ=ft³|cubic foot|ft3|ft^3|cubic feet|cu ft|cuft
YDQ=yd³|cubic yard|yd3|yd^3|cubic yards|cu yd
GLL=gal (US)|gallon (US)|gallons (US)|US gallon|US gallons|US gal
GLI=gal (UK)|gallon (UK)|gallons (UK)|imperial gallon|imperial gallons|imp gal|UK gallon|UK gallons
OZA=fl oz (US)|fluid ounce (US)|US fluid ounce|US fl oz
BLL=barrel (US)|barrels (US)|bbl|US barrel|oil barrel
M67=acre-ft (US survey)|acre-foot (based on U.S. survey foot)|acre-foot|acre-feet|acre foot|acre feet|ac-ft
KGM=kg|kilogram|kilograms|kgs|kilo|kilos|kilogramme|kilogrammes|Kilograms|KGM|Kilograms (kg)|Kilogram|Kilogram (Kg)
GRM=g|gram|grams|gramme|grammes|gm
MGM=mg|milligram|milligrams
MC=µg|microgram|μg|ug|micrograms
HGM=hg|hectogram|hectograms
TNE=t|tonne (metric ton)|tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes
2U=Mg|megagram|megagrams
KTN=kt|kilotonne|kilotonnes
DTN=dt|decitonne|decitonnes|quintal|quintals
LBR=lb|pound|pounds|lbs|lb.
ONZ=oz|ounce (avoirdupois)|ounce|ounces
STN=ton (US)|ton (US) or short ton (UK/US)|short ton|short tons|US ton
LTN=ton (UK)|ton (UK) or long ton (US)|long ton|long tons
SEC=s|second [unit of time]|second|seconds|sec|secs|sec.|second (s)|Seconds|Second
MIN=min|minute [unit of time]|minute|minutes|mins|min.
HUR=h|hour|hours|hr|hrs|Hours
DAY=d|day|days
WEE=wk|week|weeks|wks
MON=mo|month|months|mth
ANN=y|year|years|yr|yrs
DEC=decade|decades
C26=ms|millisecond|milliseconds|msec|msecs
B98=µs|microsecond|μs|us|microseconds|usec
C47=ns|nanosecond|nanoseconds|nsec
E49=working day|working days
LH=labour hour|labour hours|labor hour
RH=running or operating hour|running hour|running hours|operating hour|operating hours
MTS=m/s|metre per second|meter per second|metres per second|meters per second|mps|m s-1|m·s⁻¹|m·s-1|m·s^-1|m.s⁻¹|m s⁻¹|m.s-1|m.s^-1|m s^-1|m/sec|meter/second|metre/second|metres/second|meters/second|Metre per Second
KMH=km/h|kilometre per hour|kilometer per hour|kilometres per hour|kilometers per hour|kph|kmh|kmph|km/hr|km h-1|km·h⁻¹|km·h-1|km·h^-1|kmh⁻¹|km.h⁻¹|km h⁻¹|kmh-1|km.h-1|kmh^-1|km.h^-1|km h^-1|kilometer/hour|kilometre/hour|kilometers/hour|Kph|Kilometer per hour (Km/h)|Km/h|KMH|Kilometer per hour (Km/h).
HM=mile/h|mile per hour (statute mile)|mile per hour|miles per hour|mph|mi/h|miles/hour
KNT=kn|knot|knots|kts
2X=m/min|metre per minute|meter per minute|metres per minute|meters per minute
M60=m/h|metre per hour|meter per hour|metres per hour|meters per hour
2M=cm/s|centimetre per second|centimeter per second|centimetres per second|centimeters per second
C16=mm/s|millimetre per second|millimeter per second|millimetres per second|millimeters per second
H49=cm/h|centimetre per hour|centimeter per hour|centimetres per hour|centimeters per hour
H81=mm/min|millimetre per minute|millimeter per minute|millimetres per minute|millimeters per minute
H67=mm/h|millimetre per hour|millimeter per hour|millimetres per hour|millimeters per hour|mm/hr|mm h-1|mm·h⁻¹|mm·h-1|mm·h^-1|mmh⁻¹|mm.h⁻¹|mm h⁻¹|mmh-1|mm.h-1|mmh^-1|mm.h^-1|mm h^-1|mmph|l/(m²·h)|l/(m2·h)|l/(m^2·h)|L/(m²·h)|L/(m2·h)|L/(m^2·h)|l/m²/h|l/m2/h|l/m^2/h|L/m²/h|L/m2/h|L/m^2/h|mm/hour|millimetres/hour|millimeters/hour
H66=mm/y|millimetre per year|millimeter per year|millimetres per year|millimeters per year|mm/yr|mm/year
FS=ft/s|foot per second|feet per second|fps
FR=ft/min|foot per minute|feet per minute|fpm
MSK=m/s²|metre per second squared|m/s2|m/s^2|meter per second squared|metres per second squared|meters per second squared|m/s/s|m s-2|m·s⁻²|m·s-2|m·s^-2|m.s⁻²|m s⁻²|m.s-2|m.s^-2|m s^-2|metre per square second
M39=cm/s²|centimetre per second squared|cm/s2|cm/s^2|centimeter per second squared|centimetres per second squared|centimeters per second squared
M41=mm/s²|millimetre per second squared|mm/s2|mm/s^2|millimeter per second squared|millimetres per second squared|millimeters per second squared
A76=Gal|gal|gals
K40=gn|standard acceleration of free fall|standard gravity|g-force|g₀|g0
A73=ft/s²|foot per second squared|ft/s2|ft/s^2|feet per second squared
DD=°|degree [unit of angle]|degree|degrees|deg|degs|arc degree|decimal degree|decimal degrees|degrees of arc|Degree|Degrees
D61=′|minute [unit of angle]|arcminute|arcminutes|arcmin|arc minute|arc minutes|minute of arc|minutes of arc
D62=″|second [unit of angle]|arcsecond|arcseconds|arcsec|arc second|arc seconds|second of arc|seconds of arc
C81=rad|radian|radians
C25=mrad|milliradian|milliradians
B97=µrad|microradian|μrad|urad|microradians
A91=gon|gons|grade|grad|gradian|gradians
M44=rev|revolution|revolutions|turn|turns
D27=sr|steradian|steradians
2A=rad/s|radian per second|radians per second
E96=°/s|degree per second|degrees per second|deg/s|dps
KEL=K|kelvin|kelvins|degrees Kelvin|degree Kelvin|°K|ºK|deg K|Kelvin degrees (K)
CEL=°C|degree Celsius|ºC|degC|degrees Celsius|C|℃|° C|deg C|degree C|degrees C|celsius|Celsius|degree centigrade|degrees centigrade|centigrade|grados centígrados|degrees Celsius (C)|Celsius degrees
FAH=°F|degree Fahrenheit|degrees Fahrenheit|ºF|℉|° F|deg F|degF|fahrenheit|Fahrenheit|degrees F
H14=°C/s|degree Celsius per second|ºC/s|degC/s|degrees Celsius per second
H13=°C/min|degree Celsius per minute|ºC/min|degC/min|degrees Celsius per minute
H12=°C/h|degree Celsius per hour|ºC/h|degC/h|degrees Celsius per hour
E10=deg da|degree day|degree days|degree-day|degree-days|HDD|CDD|heating degree days|cooling degree days
PAL=Pa|pascal|pascals
KPA=kPa|kilopascal|kilopascals|kpa|KPa
A97=hPa|hectopascal|hectopascals|hpa|HPa|Hecto pascals
MPA=MPa|megapascal|megapascals
A89=GPa|gigapascal|gigapascals
BAR=bar|bar [unit of pressure]|bars|Bar
MBR=mbar|millibar|millibars|mb
KNM=kN/m²|kilonewton per square metre|kN/m2|kN/m^2|kilonewton per square meter|kilonewtons per square metre|kilonewtons per square meter
C55=N/m²|newton per square metre|N/m2|N/m^2|newton per square meter|newtons per square metre|newtons per square meter
C56=N/mm²|newton per square millimetre|N/mm2|N/mm^2|newton per square millimeter|newtons per square millimetre|newtons per square millimeter
ATM=atm|standard atmosphere|standard atmospheres|atmosphere|atmospheres
HN=mm Hg|conventional millimetre of mercury|mmHg|millimetre of mercury|millimeter of mercury|millimetres of mercury|millimeters of mercury
UA=Torr|torr|torrs
N23=mH₂O|conventional metre of water|mH2O|metre of water|meter of water|metres of water|meters of water|mwc|mca|m.c.a.
F78=inH₂O|inch of water|inH2O|inches of water
F79=inHg|inch of mercury|inches of mercury
PS=lbf/in²|pound-force per square inch|lbf/in2|lbf/in^2|pound-forces per square inch|psi|PSI|pounds per square inch|pound per square inch|lb/in²|lb/in2|lb/in^2
NEW=N|newton|newtons
B47=kN|kilonewton|kilonewtons
NU=N·m|newton metre|Nm|N.m|N m|newton meter|newton metres|newton meters
4P=N/m|newton per metre|newton per meter|newtons per metre|newtons per meter
28=kg/m²|kilogram per square metre|kg/m2|kg/m^2|kilogram per square meter|kilograms per square metre|kilograms per square meter
GM=g/m²|gram per square metre|g/m2|g/m^2|gram per square meter|grams per square metre|grams per square meter|gsm
GO=mg/m²|milligram per square metre|mg/m2|mg/m^2|milligram per square meter|milligrams per square metre|milligrams per square meter
KL=kg/m|kilogram per metre|kilogram per meter|kilograms per metre|kilograms per meter
C65=Pa·s|pascal second|Pa.s|Pa s|pascal seconds
C24=mPa·s|millipascal second|mPa.s|mPa s|millipascal seconds
S4=m²/s|square metre per second|m2/s|m^2/s|square meter per second|square metres per second|square meters per second
4C=cSt|centistokes
MQS=m³/s|cubic metre per second|m3/s|m^3/s|cubic meter per second|cubic metres per second|cubic meters per second|cumec|cumecs|m3 s-1|m³·s⁻¹|m3·s-1|m^3·s^-1|m³.s⁻¹|m³ s⁻¹|m3.s-1|m^3.s^-1|m^3 s^-1|cubic meters/second|cubic metres/second
MQH=m³/h|cubic metre per hour|m3/h|m^3/h|cubic meter per hour|cubic metres per hour|cubic meters per hour|m3/hr|m³/hr|m^3/hr|cmh|cubic metres/hour|cubic meter/hour|m³·h⁻¹|m3·h-1|m^3·h^-1|m³h⁻¹|m³.h⁻¹|m³ h⁻¹|m3h-1|m3.h-1|m3 h-1|m^3h^-1|m^3.h^-1|m^3 h^-1|cubic meters/hour
G53=m³/min|cubic metre per minute|m3/min|m^3/min|cubic meter per minute|cubic metres per minute|cubic meters per minute
G52=m³/d|cubic metre per day|m3/d|m^3/d|cubic meter per day|cubic metres per day|cubic meters per day|m3/day|m³/day|m^3/day|cubic meters/day|cubic metres/day
TQD=10³ m³/d|thousand cubic metre per day|thousand cubic metres per day|thousand cubic meters per day|thousand m³/d|thousand m3/d|thousand m^3/d
G51=l/s|litre per second|L/s|liter per second|litres per second|liters per second|lps|LPS|l/sec|L/sec|litres/second|liters/second
L2=l/min|litre per minute|L/min|liter per minute|litres per minute|liters per minute|lpm|LPM|litres/minute|liters/minute
E32=l/h|litre per hour|L/h|liter per hour|litres per hour|liters per hour|lph|LPH|l/hr|L/hr|liters/hour|litre/hour|liter/hour|litres/hour
LD=l/d|litre per day|L/d|liter per day|litres per day|liters per day|l/day|L/day|litres/day|liters/day
41=ml/min|millilitre per minute|mL/min|milliliter per minute|millilitres per minute|milliliters per minute
4X=kl/h|kilolitre per hour|kL/h|kiloliter per hour|kilolitres per hour|kiloliters per hour
G2=gal (US)/min|US gallon per minute|US gallons per minute|gallon (US) per minute|gpm|GPM
G50=gal/h|gallon (US) per hour|gallons (US) per hour|gph|gal (US)/h
2K=ft³/h|cubic foot per hour|ft3/h|ft^3/h|cubic feet per hour
2L=ft³/min|cubic foot per minute|ft3/min|ft^3/min|cubic feet per minute|cfm|CFM
E17=ft³/s|cubic foot per second|ft3/s|ft^3/s|cubic feet per second|cfs|CFS|cusec
Q39=Normalized cubic metre per day|Nm³/d|Nm3/d|Nm^3/d
Q40=Normalized cubic metre per hour|Nm³/h|Nm3/h|Nm^3/h|Nm³/hr|Nm3/hr|Nm^3/hr
Q37=Standard cubic metre per day|Sm³/d|Sm3/d|Sm^3/d
Q38=Standard cubic metre per hour|Sm³/h|Sm3/h|Sm^3/h
KGS=kg/s|kilogram per second|kilograms per second|kg s-1
F31=kg/min|kilogram per minute|kilograms per minute
E93=kg/h|kilogram per hour|kilograms per hour|kg/hr
F30=kg/d|kilogram per day|kilograms per day|kg/day
F29=g/s|gram per second|grams per second|g/sec
F27=g/h|gram per hour|grams per hour|g/hr
F26=g/d|gram per day|grams per day|g/day
F34=mg/s|milligram per second|milligrams per second
E18=t/h|tonne per hour|tonnes per hour|t/hr|metric tons per hour
L71=t/d|tonne per day|tonnes per day|t/day|metric tons per day
M89=t/y|tonne per year|tonnes per year|t/yr|t/a|t/year|metric tons per year
KMQ=kg/m³|kilogram per cubic metre|kg/m3|kg/m^3|kilogram per cubic meter|kilograms per cubic metre|kilograms per cubic meter|kg m-3
A93=g/m³|gram per cubic metre|g/m3|g/m^3|gram per cubic meter|grams per cubic metre|grams per cubic meter|g m-3
GP=mg/m³|milligram per cubic metre|mg/m3|mg/m^3|milligram per cubic meter|milligrams per cubic metre|milligrams per cubic meter|mg m-3|mg·m⁻³|mg·m-3|mg·m^-3|mg.m⁻³|mg m⁻³|mg.m-3|mg.m^-3|mg m^-3|milligrams/cubic metre|milligrams/cubic meter
GQ=µg/m³|microgram per cubic metre|µg/m3|µg/m^3|μg/m³|ug/m³|μg/m3|ug/m3|μg/m^3|ug/m^3|microgram per cubic meter|micrograms per cubic metre|micrograms per cubic meter|ug m-3|µg·m⁻³|µg·m-3|µg·m^-3|μg·m⁻³|ug·m⁻³|μg·m-3|ug·m-3|μg·m^-3|ug·m^-3|µg.m⁻³|µg m⁻³|µg.m-3|µg m-3|µg.m^-3|µg m^-3|μg.m⁻³|μg m⁻³|ug.m⁻³|ug m⁻³|μg.m-3|μg m-3|ug.m-3|μg.m^-3|μg m^-3|ug.m^-3|ug m^-3|mcg/m3|micrograms/m3|micrograms/cubic metre|micrograms/cubic meter
GL=g/l|gram per litre|g/L|gram per liter|grams per litre|grams per liter|gram/litre|gram/liter
M1=mg/l|milligram per litre|mg/L|milligram per liter|milligrams per litre|milligrams per liter|mg/lt|mg per litre|milligram/litre|milligram/liter|milligrams/litre|milligrams/liter|mg per liter
H29=µg/l|microgram per litre|μg/l|ug/l|µg/L|μg/L|ug/L|microgram per liter|micrograms per litre|micrograms per liter|mcg/l|micrograms/litre|micrograms/liter
23=g/cm³|gram per cubic centimetre|g/cm3|g/cm^3|gram per cubic centimeter|grams per cubic centimetre|grams per cubic centimeter|g/cc
GJ=g/ml|gram per millilitre|g/mL|gram per milliliter|grams per millilitre|grams per milliliter
B35=kg/l|kilogram per litre|kg/L|kilograms per litre|kilogram per liter|kilograms per liter
D41=t/m³|tonne per cubic metre|t/m3|t/m^3|tonne per cubic meter|tonnes per cubic metre|tonnes per cubic meter
59=ppm|part per million|parts per million|PPM|parts/million
61=ppb|part per billion (US)|part per billion|parts per billion|PPB
NX=‰|part per thousand|parts per thousand|per mil|per mille|permille|per thousand|ppth|Parts per thousand
NA=mg/kg|milligram per kilogram|milligrams per kilogram|mg/Kg SS
J33=µg/kg|microgram per kilogram|μg/kg|ug/kg|micrograms per kilogram
H64=mg/g|milligram per gram|milligrams per gram
M29=kg/kg|kilogram per kilogram|kilograms per kilogram
60=percent weight|percent by weight|% w/w|wt%|wt.%|%wt|percent by mass
VP=percent volume|percent by volume|% v/v|vol%|vol.%|%vol|% vol
L19=ml/l|millilitre per litre|mL/L|milliliter per liter|millilitres per litre|milliliters per liter
J36=µl/l|microlitre per litre|μl/l|ul/l|µL/L|μL/L|uL/L|microliter per liter|microlitres per litre|microliters per liter
J87=cm³/m³|cubic centimetre per cubic metre|cm3/m3|cm^3/m^3|cubic centimeter per cubic meter|cubic centimetres per cubic metre|cubic centimeters per cubic meter
H65=ml/m³|millilitre per cubic metre|ml/m3|ml/m^3|mL/m³|mL/m3|mL/m^3|milliliter per cubic meter|millilitres per cubic metre|milliliters per cubic meter
H60=m³/m³|cubic metre per cubic metre|m3/m3|m^3/m^3|cubic meter per cubic meter|cubic metres per cubic metre|cubic meters per cubic meter
C86=m⁻³|reciprocal cubic metre|m-3|m^-3|reciprocal cubic meter|per cubic metre|per cubic meter|1/m³|1/m3|1/m^3|#/m3|#/m³|#/m^3|particles/m3
H50=cm⁻³|reciprocal cubic centimetre|cm-3|cm^-3|reciprocal cubic centimeter|per cubic centimetre|per cubic centimeter|1/cm³|1/cm3|1/cm^3|#/cm3|#/cm³|#/cm^3|particles/cm3
K63=1/l|reciprocal litre|1/L|reciprocal liter|per litre|per liter
2N=dB|decibel|decibels|db|dBA|dB(A)|db(A)|dbA|dB A|dB (A)|A-weighted decibel|A-weighted decibels|decibel A|dB SPL
H51=dB/km|decibel per kilometre|decibel per kilometer|decibels per kilometre|decibels per kilometer
DBW=dBW|Decibel watt|decibel watt|decibel-watt
DBM=dBm|Decibel-milliwatts|decibel-milliwatt|decibel-milliwatts|dBmW
LUX=lx|lux|Lux
KLX=klx|kilolux
P27=ftc|footcandle|footcandles|fc|foot-candle|foot candle|foot-candles
LUM=lm|lumen|lumens|Lumen|Lumens|Lumens (lm)
CDL=cd|candela|candelas|Candela
P34=mcd|millicandela|millicandelas
A24=cd/m²|candela per square metre|cd/m2|cd/m^2|candela per square meter|candelas per square metre|candelas per square meter|nit|nits
B60=lm/m²|lumen per square metre|lm/m2|lm/m^2|lumen per square meter|lumens per square metre|lumens per square meter
B61=lm/W|lumen per watt|lumens per watt
B59=lm·h|lumen hour|lmh|lm.h|lm h|lumen hours|lumen-hour|lumen-hours
VLT=V|volt|volts|v|Volt|Volts (V)|Volts
2G=volt AC|volts AC|V AC|VAC|Vac
2H=volt DC|volts DC|V DC|VDC|Vdc
2Z=mV|millivolt|millivolts|millivolts (mV)
KVT=kV|kilovolt|kilovolts|Kv|KV
AMP=A|ampere|amperes|amp|amps|Ampere|Amp|Ampers (A)|Amps
4K=mA|milliampere|milliamperes|milliamp|milliamps
B84=µA|microampere|μA|uA|microamperes
WTT=W|watt|watts|w|Watt|Watts (W)|watt (W)
C31=mW|milliwatt|milliwatts
KWT=kW|kilowatt|kilowatts|kw|KWs|Kilowatts (kW)|KiloWatts (kW)|KiloWatt|Kw
MAW=MW|megawatt|megawatts
A90=GW|gigawatt|gigawatts
D31=TW|terawatt|terawatts
N12=PS|Pferdestaerke|Pferdestärke|metric horsepower
D03=kW·h/h|kilowatt hour per hour|kWh/h|kW.h/h|kW h/h
D46=V·A|volt - ampere|V.A|V A|volt ampere|volt-ampere|volt amperes|volt-amperes|voltampere|voltamperes|VA|volt-ampere (VA)|Volt Ampere
KVA=kV·A|kilovolt - ampere|kV.A|kV A|kilovolt ampere|kilovolt-ampere|kilovolt-amperes|kilovolt amperes|kilovoltampere|kVA|kva|KVA
MVA=MV·A|megavolt - ampere|MV.A|MV A|megavolt ampere|megavolt-ampere|megavolt-amperes|MVA
C79=kVAh|kilovolt ampere hour|kilovolt ampere hours|kV·A·h|kV.A.h|kV A h|kvah|KVAh|kilovolt-ampere-hour|kilovolt-ampere-hour (kVAh)|kilovolt-ampere-hour.
D44=var|vars|VAr|VAR|Var|volt ampere reactive|volt-amperes reactive|volt-amperes-reactive|volts-ampere-reactive (VAr)|volts-ampere-reactive|volt-ampere-reactive|volt-ampere-reactive (VAr)
KVR=kvar|kilovar|kilovars|kVAr|kVAR|kVar|KVAR|kilovolt ampere reactive|kilovolt-ampere-reactive|kilovolt-ampere reactive|kilovolt-amperes-reactive
MAR=Mvar|megavar|megavars|MVAr|MVAR|MVar|megavolt-ampere-reactive
K3=kvar·h|kilovolt ampere reactive hour|kvarh|kvar.h|kvar h|kilovolt ampere reactive hours|kVArh|kVARh|KVARh|kVarh|kilovar hour|kilovar-hour|kilovolt-ampere-reactive-hour (kVArh)|kilovolt-ampere-reactive-hour|kilovolt-ampere-reactive-hour.|KiloVolts-Ampere-Reactive per hour (kVArh)
MAH=Mvar·h|megavolt ampere reactive hour|Mvarh|Mvar.h|Mvar h|megavolt ampere reactive hours|MVArh|MVARh|megavar hour
COU=coulomb|coulombs
AMH=A·h|ampere hour|Ah|A.h|A h|ampere hours|ampere-hour|ampere-hours|amp hour|amp-hour|amp hours
E09=mA·h|milliampere hour|mAh|mA.h|mA h|milliampere hours|milliampere-hour|milliamp hour
OHM=Ω|ohm|ohms|Ohm|Ohms
B49=kΩ|kiloohm|kiloohms|kilohm|kilohms|kohm
B75=MΩ|megaohm|megaohms|megohm|Mohm
C61=Ω·m|ohm metre|Ω.m|Ω m|ohm meter|ohm metres|ohm meters
FAR=F|farad|farads
4O=µF|microfarad|μF|uF|microfarads
4T=pF|picofarad|picofarads
81=H|henry|henries|henrys
SIE=S|siemens
C27=mS|millisiemens
B99=µS|microsiemens|μS|uS
D10=S/m|siemens per metre|siemens per meter|siemens/meter|siemens/metre|Siemens per metre|Siemens per meter
H43=S/cm|siemens per centimetre|siemens per centimeter
H61=mS/cm|millisiemens per centimetre|millisiemens per centimeter|mmho/cm
G42=µS/cm|microsiemens per centimetre|μS/cm|uS/cm|microsiemens per centimeter|microsiemens/cm|µmho/cm|μmho/cm|umho/cm
G43=µS/m|microsiemens per metre|μS/m|uS/m|microsiemens per meter
D50=V/m|volt per metre|volt per meter|volts per metre|volts per meter
B55=kV/m|kilovolt per metre|kilovolt per meter|kilovolts per metre|kilovolts per meter
D33=T|tesla|teslas
C29=mT|millitesla|milliteslas
D81=µT|microtesla|μT|uT|microteslas
HTZ=Hz|hertz|cps|cycles per second|hz|Hertz|Hertz (Hz)
KHZ=kHz|kilohertz
MHZ=MHz|megahertz
A86=GHz|gigahertz
MTZ=mHz|millihertz
JOU=J|joule|joules
KJO=kJ|kilojoule|kilojoules
3B=MJ|megajoule|megajoules
GV=GJ|gigajoule|gigajoules
D30=TJ|terajoule|terajoules
WHR=W·h|watt hour|Wh|W.h|W h|watt hours|watt-hour|watt-hours|watthour
KWH=kW·h|kilowatt hour|kWh|kW.h|kW h|kilowatt hours|kwh|KWh|Kwh|KWHr|kilowatt-hour|kilowatt-hours|kilowatthour|kilowatt hour (kWh)|Kilowatts per hour (kWh)
MWH=MW·h|megawatt hour (1000 kW.h)|MWh|MW.h|MW h|megawatt hour|megawatt hours|megawatt-hour|megawatt-hours|Mwh
GWH=GW·h|gigawatt hour|GWh|GW.h|GW h|gigawatt hours|gigawatt-hour|gigawatt-hours
D32=TW·h|terawatt hour|TWh|TW.h|TW h|terawatt hours|terawatt-hour|terawatt-hours
E14=kcalIT|kilocalorie (international table)|kilocalorie|kilocalories|kcal|Kcal
BTU=BtuIT|British thermal unit (international table)|British thermal unit|British thermal units|Btu
N71=thm (EC)|therm (EC)|therm|therms
E46=kW·h/m³|kilowatt hour per cubic metre|kW·h/m3|kW·h/m^3|kWh/m³|kW.h/m³|kW h/m³|kWh/m3|kW.h/m3|kW h/m3|kWh/m^3|kW.h/m^3|kW h/m^3|kilowatt hour per cubic meter|kilowatt hours per cubic metre|kilowatt hours per cubic meter|kilowatt-hour per cubic metre
KWN=Kilowatt hour per normalized cubic metre|kWh/Nm³|kWh/Nm3|kWh/Nm^3
KWS=Kilowatt hour per standard cubic metre|kWh/Sm³|kWh/Sm3|kWh/Sm^3
JM=MJ/m³|megajoule per cubic metre|MJ/m3|MJ/m^3|megajoule per cubic meter|megajoules per cubic metre|megajoules per cubic meter
J2=J/kg|joule per kilogram|joules per kilogram
B42=kJ/kg|kilojoule per kilogram|kilojoules per kilogram
JK=MJ/kg|megajoule per kilogram|megajoules per kilogram
B13=J/m²|joule per square metre|J/m2|J/m^2|joule per square meter|joules per square metre|joules per square meter
D54=W/m²|watt per square metre|W/m2|W/m^2|watt per square meter|watts per square metre|watts per square meter|W/sqm|watt/m2|watts/m2|W m-2|W·m⁻²|W·m-2|W·m^-2|W.m⁻²|W m⁻²|W.m-2|W.m^-2|W m^-2|w/m²|w/m2|w/m^2|watts/square metre|watts/square meter
H74=W/m|watt per metre|watt per meter|watts per metre|watts per meter
WA=W/kg|watt per kilogram|watts per kilogram
D55=W/(m²·K)|watt per square metre kelvin|W/(m2·K)|W/(m^2·K)|watt per square meter kelvin|watts per square metre kelvin|watts per square meter kelvin|W/m²K|W/m2K|W/m^2K|W/m2.K|W/(m2K)|W/m²·K|W/m2·K|W/m^2·K|W/m².K|W/m² K|W/m2 K|W/m^2.K|W/m^2 K
D53=W/(m·K)|watt per metre kelvin|watt per meter kelvin|watts per metre kelvin|watts per meter kelvin|W/mK|W/m·K|W/m.K|W/m K
B11=J/(kg·K)|joule per kilogram kelvin|joules per kilogram kelvin|J/kgK|J/kg·K|J/kg.K|J/kg K
BQL=Bq|becquerel|becquerels
A19=Bq/m³|becquerel per cubic metre|Bq/m3|Bq/m^3|becquerel per cubic meter|becquerels per cubic metre|becquerels per cubic meter
A18=Bq/kg|becquerel per kilogram|becquerels per kilogram
D13=Sv|sievert|sieverts
C28=mSv|millisievert|millisieverts
P71=mSv/h|millisievert per hour|millisieverts per hour|mSv/hr
P72=µSv/h|microsievert per hour|μSv/h|uSv/h|microsieverts per hour|uSv/hr|µSv/hr|μSv/hr
P73=nSv/h|nanosievert per hour|nanosieverts per hour|nSv/hr
A95=Gy|gray|grays
P1=%|percent|percents|pct|per cent|percentage|Percent|percentage (%)|%RH|% RH|relative humidity (%)|P1
H71=%/mo|percent per month|percents per month|percent/month
C62=1|one|unit|units|unitless|dimensionless|count|counts|number|numbers|ratio|power factor|cos φ|cosφ|cos phi
EA=each|ea.|ea
H87=piece|pieces|pcs|pc|pcs.
NAR=number of articles|articles
PR=pair|pairs|prs
DZN=DOZ|dozen|dozens|doz|dz
CEN=hundred|hundreds
MIL=thousand|thousands
MIO=million|millions|mio
SET=set|sets
IE=person|persons|people|Person|pers
HEA=head|heads|head count|headcount
E54=trip|trips
ROM=room|rooms
E22=TEU|twenty-foot equivalent unit
ACT=activity|activities
ZZ=mutually defined
A99=bit|bits|Bit
AD=byte|bytes|B|Byte
Q12=o|octet|octets
C37=kbit|kilobit|kilobits|kb|Kbit
D36=Mbit|megabit|megabits|Mb
B68=Gbit|gigabit|gigabits|Gb
E83=Tbit|terabit|terabits|Tb
2P=kbyte|kilobyte|kilobytes|kB|KB
4L=Mbyte|megabyte|megabytes|MB
E34=Gbyte|gigabyte|gigabytes|GB
E35=Tbyte|terabyte|terabytes|TB
E36=Pbyte|petabyte|petabytes|PB
E64=Kibyte|kibibyte|kibibytes|KiB|kiB
E63=Mibyte|mebibyte|mebibytes|MiB
E62=Gibyte|gibibyte|gibibytes|GiB
E61=Tibyte|tebibyte|tebibytes|TiB
B10=bit/s|bit per second|bits per second|bps|b/s|bits/s|bit/sec
C74=kbit/s|kilobit per second|kilobits per second|kbps|Kbps|kb/s|Kbit/s|kbits/s
E20=Mbit/s|megabit per second|megabits per second|Mbps|Mb/s|mbps|Mbits/s
B80=Gbit/s|gigabit per second|gigabits per second|Gbps|Gb/s|Gbits/s
P93=byte/s|byte per second|bytes per second|B/s|Bps
P94=kbyte/s|kilobyte per second|kilobytes per second|kB/s|KB/s
P95=Mbyte/s|megabyte per second|megabytes per second|MB/s|MBps
E68=Gbyte/s|gigabyte per second|gigabytes per second|GB/s|GBps
J38=Bd|baud|bauds
E37=pixel|pixels|px
E38=megapixel|megapixels
E39=dpi|dots per inch|dots/inch
C97=s⁻¹|reciprocal second|s-1|s^-1|per second|1/s|/s|1/sec
C94=min⁻¹|reciprocal minute|min-1|min^-1|per minute|1/min|/min|1/minute
H10=1/h|reciprocal hour|per hour|/h|h-1|h⁻¹|h^-1|1/hr|1/hour
E91=d⁻¹|reciprocal day|d-1|d^-1|per day|/d|1/d|1/day
H85=1/wk|reciprocal week|per week|1/week
H11=1/mo|reciprocal month|per month|1/month
H09=1/y|reciprocal year|per year|1/year|1/yr
RPM=r/min|revolutions per minute|rpm|RPM|rev/min|revs/min|revolution per minute
RPS=r/s|revolutions per second|rps|rev/s|revolution per second
BPM=BPM|beats per minute|bpm|beats/min
Q30=pH|pH (potential of Hydrogen)|ph|PH|pH unit|pH units
NTU=NTU|Nephelometric turbidity unit|Nephelometric turbidity units|nephelometric turbidity unit|nephelometric turbidity units|ntu
FNU=FNU|Formazin nephelometric unit|Formazin nephelometric units|formazin nephelometric unit|formazin nephelometric units
C34=mol|mole|moles
B45=kmol|kilomole|kilomoles
C18=mmol|millimole|millimoles
FH=µmol|micromole|μmol|umol|micromoles
C36=mol/m³|mole per cubic metre|mol/m3|mol/m^3|mole per cubic meter|moles per cubic metre|moles per cubic meter
C38=mol/l|mole per litre|mol/L|mole per liter|moles per litre|moles per liter
M33=mmol/l|millimole per litre|mmol/L|millimole per liter|millimoles per litre|millimoles per liter
C19=mol/kg|mole per kilogram|moles per kilogram
A94=g/mol|gram per mole|grams per mole
J18=°Bx|degree Brix|degrees Brix|°Brix|Brix
M19=Bft|Beaufort|Beaufort scale|beaufort|bft
A59=8-part cloud cover|okta|oktas|octa|octas
TKM=t·km|tonne kilometre|t.km|t km|tonne kilometres|tonne-kilometre|tonne-kilometres|tonne kilometer|tkm
A43=dwt|deadweight tonnage
`

const entries: readonly (readonly [code: string, spellings: readonly string[]])[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const at = line.indexOf('=')
    return [line.slice(0, at), line.slice(at + 1).split('|')]
  })

const bySpelling: ReadonlyMap<string, string> = new Map(
  entries.flatMap(([code, spellings]) => spellings.map((spelling) => [spelling, code] as const)),
)

const byCode: ReadonlyMap<string, string> = new Map(
  entries.map(([code, spellings]) => [code, spellings[0] ?? code]),
)

/** Spellings without regard to case, as far as only one unit has them. */
const byLowerCase: ReadonlyMap<string, string | undefined> = entries
  .flatMap(([code, spellings]) => spellings.map((spelling) => [spelling.toLowerCase(), code] as const))
  .reduce(
    (map, [spelling, code]) =>
      map.set(spelling, map.has(spelling) && map.get(spelling) !== code ? undefined : code),
    new Map<string, string | undefined>(),
  )

/** Words and symbol name different units here: reactive power and reactive energy. */
const contradictory: ReadonlySet<string> = new Set(['KiloVolts-Ampere-Reactive (kVArh)'])

/** Writes a spelling in the form of the table: plain blanks, no full stop at the end. */
const tidy = (spelling: string): string =>
  spelling
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]+$/, '')

/**
 * Finds the UN/CEFACT common code of a unit's spelling, such as `meters`, `mg/l` or `Kilometer (Km)`, or undefined.
 * Case decides first; without regard to case only where one unit alone fits.
 */
export const unitCodeOf = (spelling: string): string | undefined => {
  const text = tidy(spelling)
  const found = bySpelling.get(text) ?? byLowerCase.get(text.toLowerCase())
  if (found !== undefined) return found
  if (contradictory.has(text)) return undefined
  const parts = /^(.*?)\s*\(([^()]+)\)$/.exec(text)
  const [words, symbol] = [parts?.[1]?.trim() ?? '', parts?.[2]?.trim() ?? '']
  if (words === '' || symbol === '') return undefined
  const byWords = bySpelling.get(words) ?? byLowerCase.get(words.toLowerCase())
  const bySymbol = bySpelling.get(symbol) ?? byLowerCase.get(symbol.toLowerCase())
  // Where words and symbol contradict each other, neither is sure.
  return byWords !== undefined && bySymbol !== undefined && byWords !== bySymbol
    ? undefined
    : (byWords ?? bySymbol)
}

/** Tells whether a text is a UN/CEFACT common code of the table. */
export const isUnitCode = (text: string): boolean => byCode.has(text)

/** The usual symbol of a UN/CEFACT code, `m` for `MTR`, or undefined. */
export const unitSymbolOf = (code: string): string | undefined => byCode.get(code)
