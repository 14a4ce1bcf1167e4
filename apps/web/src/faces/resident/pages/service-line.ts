/** 12345, the one number of the government's service line in every Chinese city (State Council, 国办发〔2020〕53号). */
export const SERVICE_LINE = '12345';
